<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EurosatQgis</name>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>Masked</source>
        <translation>Maskiert</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cell</source>
        <translation>{count} Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cells</source>
        <translation>{count} Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{area} in {cells}</source>
        <translation>{area} in {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The whole scene</source>
        <translation>Die ganze Szene</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>view</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>What the map shows now</source>
        <translation>Was die Karte gerade zeigt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The selected polygons of the current layer</source>
        <translation>Die gewählten Polygone des aktuellen Layers</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: rectangle</source>
        <translation>Bereich: Rechteck</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Draw a rectangle on the map</source>
        <translation>Ein Rechteck auf der Karte zeichnen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No polygon is selected: make a layer of polygons the current one and select some.</source>
        <translation>Kein Polygon ist gewählt: Machen Sie einen Polygonlayer zum aktuellen Layer und wählen Sie Polygone.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No rectangle is drawn yet: draw one on the map.</source>
        <translation>Es ist noch kein Rechteck gezeichnet: Zeichnen Sie eines auf der Karte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: {choice}</source>
        <translation>Bereich: {choice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/background_task.py"/>
        <source>It did not end as it should: QGIS' log has more.</source>
        <translation>Es endete nicht, wie es sollte: Mehr steht im Protokoll von QGIS.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/bar.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/styles.py"/>
        <source>{title}: {text}</source>
        <translation>{title}: {text}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>Land cover</source>
        <translation>Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Land cover polygons</source>
        <translation>Landbedeckungspolygone</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>The run did not end as it should: see the log.</source>
        <translation>Der Lauf endete nicht, wie er sollte: siehe Protokoll.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Land cover · {scene}</source>
        <translation>Landbedeckung · {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>{path} was written but cannot be opened: look at it in the browser.</source>
        <translation>{path} wurde geschrieben, lässt sich aber nicht öffnen: Sehen Sie die Datei im Browser an.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell</source>
        <translation>Seite einer Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Expected cells and time</source>
        <translation>Erwartete Zellen und Zeit</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell: {stops}. Half the side, four times the cells.</source>
        <translation>Seite einer Zelle: {stops}. Halbe Seite, viermal so viele Zellen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Its algorithms are switched off: switch the provider EuroSAT on again.</source>
        <translation>Die Algorithmen sind abgeschaltet: Schalten Sie den Anbieter EuroSAT wieder ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The project was closed: its run was cancelled, nothing was written.</source>
        <translation>Das Projekt wurde geschlossen: Sein Lauf wurde abgebrochen, nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The map shows no cell of it here: zoom out.</source>
        <translation>Die Karte zeigt hier keine Zelle davon: Zoomen Sie heraus.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{count} pixels</source>
        <translation>{count} Pixel</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>a few seconds</source>
        <translation>wenige Sekunden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Open the help in the browser</source>
        <translation>Die Hilfe im Browser öffnen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Too few valid pixels: the cell has no class.</source>
        <translation>Zu wenige gültige Pixel: Die Zelle hat keine Klasse.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Masked: the cell has no class.</source>
        <translation>Maskiert: Die Zelle hat keine Klasse.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Cell inspected</source>
        <translation>Untersuchte Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Class of the cell</source>
        <translation>Klasse der Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>The window as the network sees it</source>
        <translation>Das Fenster, wie das Netz es sieht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Note on the cell</source>
        <translation>Anmerkung zur Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}</source>
        <translation>Auf der Karte: {title}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to keep it; Esc leaves.</source>
        <translation>Klicken hält sie fest; Esc beendet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to look on; Esc leaves.</source>
        <translation>Klicken gibt sie frei; Esc beendet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}.</source>
        <translation>Auf der Karte: {title}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>As sure is the network.</source>
        <translation>So sicher ist das Netz.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/messages.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>Other model</source>
        <translation>Anderes Modell</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>A bundle from a file (NAME.keras)</source>
        <translation>Ein Modellpaket aus einer Datei (NAME.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Bundles (*.keras)</source>
        <translation>Modellpakete (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Card of the model</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address of a model</source>
        <translation>Datei oder Adresse eines Modells</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>NAME.keras, or https://… of it</source>
        <translation>NAME.keras oder https://… davon</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 that you were told (may be left empty)</source>
        <translation>SHA-256, die Ihnen genannt wurde (kann leer bleiben)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import the model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove the model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Result of the import</source>
        <translation>Ergebnis des Imports</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address</source>
        <translation>Datei oder Adresse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} (built in)</source>
        <translation>{model} (mitgeliefert)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is removed.</source>
        <translation>{model} ist entfernt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Fetching and checking…</source>
        <translation>Holen und Prüfen…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Importing a model</source>
        <translation>Modell wird importiert</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is imported.</source>
        <translation>{model} ist importiert.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>The address must be of a .keras file, its card (.json) beside it.</source>
        <translation>Die Adresse muss die einer .keras-Datei sein, neben der ihre Modellkarte (.json) liegt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{address} cannot be fetched ({why}).</source>
        <translation>{address} lässt sich nicht holen ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>Classifying needs TensorFlow and rasterio. They get a Python environment of their own, once; QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>Zum Klassifizieren braucht es TensorFlow und rasterio. Sie bekommen einmalig eine eigene Python-Umgebung; das Python von QGIS bleibt, wie es ist. Nichts, was Sie öffnen, verlässt diesen Rechner.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>0.7 GB to download, 2.5 GB on disk, a few minutes.</source>
        <translation>0,7 GB Download, 2,5 GB auf der Platte, wenige Minuten.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>One step before the first map</source>
        <translation>Ein Schritt vor der ersten Karte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Use an existing Python…</source>
        <translation>Vorhandenes Python verwenden…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does</source>
        <translation>Was die Einrichtung tut</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What the set-up takes</source>
        <translation>Was die Einrichtung braucht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Masks, confidence, outputs</source>
        <translation>Masken, Konfidenz, Ausgaben</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Show masks, confidence, outputs</source>
        <translation>Masken, Konfidenz, Ausgaben zeigen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Leave out thick cloud</source>
        <translation>Dichte Wolken auslassen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>A simple test for what is bright, white and wide. A scene classification (SCL) of the product is used by itself where it has one.</source>
        <translation>Ein einfacher Test auf Helles, Weißes und Ausgedehntes. Eine Szenenklassifikation (SCL) des Produkts wird von selbst verwendet, wo es eine hat.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons, or a raster of which all that is not 0 is masked.</source>
        <translation>Polygone oder ein Raster, von dem alles maskiert ist, was nicht 0 ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum confidence</source>
        <translation>Mindestkonfidenz</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>any confidence</source>
        <translation>jede Konfidenz</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Cells whose class is less probable become Uncertain.</source>
        <translation>Zellen, deren Klasse weniger wahrscheinlich ist, werden Unsicher.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Confidence as a second layer</source>
        <translation>Konfidenz als zweiter Layer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons as a layer</source>
        <translation>Polygone als Layer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save the land cover as</source>
        <translation>Landbedeckung speichern als</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>temporary file</source>
        <translation>temporäre Datei</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python of the worker</source>
        <translation>Python des Arbeitsprozesses</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the plugin's own environment</source>
        <translation>die eigene Umgebung des Plugins</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Idle minutes</source>
        <translation>Minuten ohne Arbeit</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>So long the worker keeps the network loaded, some 600 MB.</source>
        <translation>So lange hält der Arbeitsprozess das Netz geladen, rund 600 MB.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>all there are</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>What a run takes at most, so that QGIS has the rest.</source>
        <translation>Was ein Lauf höchstens nimmt, damit QGIS den Rest hat.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>as needed</source>
        <translation>nach Bedarf</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>bfloat16 where the processor has it</source>
        <translation>bfloat16, wo der Prozessor es hat</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cells of 640 m take three quarters of the time; one class in 10,000 differs.</source>
        <translation>Zellen von 640 m brauchen drei Viertel der Zeit; eine Klasse von 10.000 wird eine andere.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell size offered first</source>
        <translation>Zuerst angebotene Zellgröße</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>{size} ({count} pixels of 10 m)</source>
        <translation>{size} ({count} Pixel von 10 m)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Model offered first</source>
        <translation>Zuerst angebotenes Modell</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Folder of models</source>
        <translation>Ordner der Modelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Worker</source>
        <translation>Arbeitsprozess</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Leaves after</source>
        <translation>Endet nach</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Raster &gt; EuroSAT Land Cover &gt; Set up… checks a Python before it is taken.</source>
        <translation>Raster &gt; EuroSAT Land Cover &gt; Einrichten… prüft ein Python, bevor es genommen wird.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Note on the worker</source>
        <translation>Anmerkung zum Arbeitsprozess</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Help on this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Offered first</source>
        <translation>Zuerst angeboten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>What was recognised</source>
        <translation>Was erkannt wurde</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>How numbers store reflectance</source>
        <translation>Wie Zahlen Reflexion speichern</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Atmosphere</source>
        <translation>Atmosphäre</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>auto, or places such as 4,3,2</source>
        <translation>auto oder Plätze wie 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene to see what it is.</source>
        <translation>Wählen Sie eine Szene, um zu sehen, was sie ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Click for the reasons, and to overrule them.</source>
        <translation>Klicken, um die Gründe zu sehen und sie zu überstimmen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene first.</source>
        <translation>Wählen Sie zuerst eine Szene.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Looking at the scene…</source>
        <translation>Die Szene wird angesehen…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>about {cells}</source>
        <translation>etwa {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map shown</source>
        <translation>Gezeigte Karte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Opacity of the land cover</source>
        <translation>Deckkraft der Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Left: the scene. Right: the land cover.</source>
        <translation>Links: die Szene. Rechts: die Landbedeckung.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>See what the network sees of a cell, and how sure it is</source>
        <translation>Zeigt, was das Netz von einer Zelle sieht und wie sicher es ist</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>All of it in one HTML file</source>
        <translation>Alles davon in einer HTML-Datei</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map to print: PDF, PNG or SVG</source>
        <translation>Karte zum Drucken: PDF, PNG oder SVG</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Map to print</source>
        <translation>Karte zum Drucken</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Save the areas or the map</source>
        <translation>Flächen oder Karte speichern</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas as CSV…</source>
        <translation>Flächen als CSV…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Copy areas</source>
        <translation>Flächen kopieren</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Land cover as GeoTIFF…</source>
        <translation>Landbedeckung als GeoTIFF…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>They have no class.</source>
        <translation>Sie haben keine Klasse.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Click to see where it is.</source>
        <translation>Klicken, um zu sehen, wo sie ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in the clipboard: paste them into a table.</source>
        <translation>Die Flächen sind in der Zwischenablage: Fügen Sie sie in eine Tabelle ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in {path}.</source>
        <translation>Die Flächen sind in {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path} already.</source>
        <translation>Die Landbedeckung ist schon in {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path}.</source>
        <translation>Die Landbedeckung ist in {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>{path} cannot be written ({why}): choose another place.</source>
        <translation>{path} lässt sich nicht schreiben ({why}): Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Classify</source>
        <translation>Klassifizieren</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Cancel the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancelling…</source>
        <translation>Abbruch…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Scenes and products (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;All files (*.*)</source>
        <translation>Szenen und Produkte (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Choose a Sentinel-2 scene</source>
        <translation>Sentinel-2-Szene wählen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Other scene</source>
        <translation>Andere Szene</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>A file, a product or an address</source>
        <translation>Eine Datei, ein Produkt oder eine Adresse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>File, zip or STAC item…</source>
        <translation>Datei, Zip oder STAC-Item…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder…</source>
        <translation>SAFE-Ordner…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address…</source>
        <translation>Adresse…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address of a scene</source>
        <translation>Adresse einer Szene</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>https://… of a raster or STAC item, then Enter</source>
        <translation>https://… eines Rasters oder STAC-Items, dann Eingabetaste</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Sentinel-2 scene</source>
        <translation>Sentinel-2-Szene</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder</source>
        <translation>SAFE-Ordner</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-1C</source>
        <translation>Level-1C</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-2A</source>
        <translation>Level-2A</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>level not known</source>
        <translation>Level unbekannt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>baseline {number}</source>
        <translation>Baseline {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>offset {number}</source>
        <translation>Versatz {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>air added</source>
        <translation>Luft ergänzt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>{count} bands</source>
        <translation>{count} Kanäle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>no bands found</source>
        <translation>keine Kanäle gefunden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Classifying needs TensorFlow and rasterio. They go into a Python environment of their own, so that QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>Zum Klassifizieren braucht es TensorFlow und rasterio. Sie kommen in eine eigene Python-Umgebung, damit das Python von QGIS bleibt, wie es ist. Nichts, was Sie öffnen, verlässt diesen Rechner.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>about 2.5 GB on disk, 0.7 GB to download; a few minutes</source>
        <translation>etwa 2,5 GB auf der Platte, 0,7 GB Download; wenige Minuten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EuroSAT Land Cover: Python environment</source>
        <translation>EuroSAT Land Cover: Python-Umgebung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Environment in use</source>
        <translation>Verwendete Umgebung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Result of the set-up</source>
        <translation>Ergebnis der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Progress of the set-up</source>
        <translation>Fortschritt der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Log of the set-up</source>
        <translation>Protokoll der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does appears here.</source>
        <translation>Was die Einrichtung tut, erscheint hier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Folder of wheels</source>
        <translation>Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>downloaded from the package index</source>
        <translation>aus dem Paketverzeichnis heruntergeladen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>For machines without a network: a folder that holds every package as a wheel (*.whl), made on another machine with pip download.</source>
        <translation>Für Rechner ohne Netz: ein Ordner, der jedes Paket als Wheel (*.whl) enthält, auf einem anderen Rechner mit pip download angelegt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Copy a report for whoever helps: versions, paths, what failed.</source>
        <translation>Kopiert einen Bericht für alle, die helfen: Versionen, Pfade, was misslang.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove the environment</source>
        <translation>Umgebung entfernen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Installs</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Takes</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{title}:</source>
        <translation>{title}:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Packages:</source>
        <translation>Pakete:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>In use:</source>
        <translation>Verwendet:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>none. {why}</source>
        <translation>keine. {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} (from {origin})</source>
        <translation>{path} (aus: {origin})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up again</source>
        <translation>Neu einrichten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Setting up EuroSAT Land Cover</source>
        <translation>EuroSAT Land Cover wird eingerichtet</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>A Python with TensorFlow and rasterio</source>
        <translation>Ein Python mit TensorFlow und rasterio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Checking {file}</source>
        <translation>{file} wird geprüft</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Looking at the environment</source>
        <translation>Die Umgebung wird angesehen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Press again to remove</source>
        <translation>Zum Entfernen nochmals drücken</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>This removes {folder}. Maps and settings stay.</source>
        <translation>Das entfernt {folder}. Karten und Einstellungen bleiben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Removing the environment</source>
        <translation>Die Umgebung wird entfernt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The report is in the clipboard: paste it where you ask for help.</source>
        <translation>Der Bericht ist in der Zwischenablage: Fügen Sie ihn ein, wo Sie um Hilfe bitten.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The environment is removed.</source>
        <translation>Die Umgebung ist entfernt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Ready: Python {python} with TensorFlow {tensorflow}.</source>
        <translation>Bereit: Python {python} mit TensorFlow {tensorflow}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EUROSAT_QGIS_PYTHON is set and goes before it.</source>
        <translation>EUROSAT_QGIS_PYTHON ist gesetzt und geht vor.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} cannot be used. {why} Choose another, or set up the plugin's own.</source>
        <translation>{path} ist nicht verwendbar. {why} Wählen Sie ein anderes oder richten Sie das eigene des Plugins ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/widgets.py"/>
        <source>{name}: choose</source>
        <translation>{name}: wählen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>All options…</source>
        <translation>Alle Optionen…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Open sample scene</source>
        <translation>Beispielszene öffnen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Land-cover map</source>
        <translation>Landbedeckungskarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up EuroSAT Land Cover</source>
        <translation>EuroSAT Land Cover einrichten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Area of interest (polygons; all of the scene)</source>
        <translation>Interessengebiet (Polygone; die ganze Szene)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Mask (raster, not 0 is masked, or polygons)</source>
        <translation>Maske (Raster, maskiert ist alles außer 0, oder Polygone)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Scene classification, SCL (the product's own)</source>
        <translation>Szenenklassifikation, SCL (die des Produkts)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Classes of the scene classification to leave out</source>
        <translation>Auszulassende Klassen der Szenenklassifikation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Leave out what looks like thick cloud</source>
        <translation>Auslassen, was nach dichten Wolken aussieht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Share of masked pixels over which a cell is left out</source>
        <translation>Anteil maskierter Pixel, über dem eine Zelle ausgelassen wird</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The area cannot be opened: choose a layer of polygons.</source>
        <translation>Der Bereich lässt sich nicht öffnen: Wählen Sie einen Polygonlayer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>{layer} holds no polygons to take, or none is selected: select some, or choose another layer.</source>
        <translation>{layer} enthält keine Polygone oder keines ist gewählt: Wählen Sie welche aus oder nehmen Sie einen anderen Layer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The mask cannot be opened: choose another layer or file.</source>
        <translation>Die Maske lässt sich nicht öffnen: Wählen Sie einen anderen Layer oder eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: save it as GeoTIFF first.</source>
        <translation>{layer} ist kein Raster aus einer Datei: Speichern Sie es zuerst als GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>Masked: {count} of {total} cells{area} ({masks}).</source>
        <translation>Maskiert: {count} von {total} Zellen{area} ({masks}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>The area of interest itself has {area} km²: cells that touch it count as a whole.</source>
        <translation>Das Interessengebiet selbst hat {area} km²: Zellen, die es berühren, zählen ganz.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Accuracy of a land-cover map</source>
        <translation>Genauigkeit einer Landbedeckungskarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Holds a land-cover map against reference points, polygons or a raster.</source>
        <translation>Hält eine Landbedeckungskarte gegen Punkte, Polygone oder ein Raster als Referenz.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Reference (points, polygons or a raster)</source>
        <translation>Referenz (Punkte, Polygone oder ein Raster)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Field that holds the class (reference)</source>
        <translation>Feld mit der Klasse (reference)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How values of the reference are matched with classes</source>
        <translation>Wie Werte der Referenz den Klassen zugeordnet werden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table of classes instead</source>
        <translation>Stattdessen eine Tabelle der Klassen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Wie die Referenz gewählt wurde</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Share of a cell that one reference class must cover</source>
        <translation>Anteil einer Zelle, den eine Referenzklasse decken muss</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Reports (*.html)</source>
        <translation>Berichte (*.html)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Half width of its 95 % interval</source>
        <translation>Halbe Breite ihres 95-%-Intervalls</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Points or cells compared</source>
        <translation>Verglichene Punkte oder Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>One feature a class in the polygons</source>
        <translation>Ein Objekt je Klasse in den Polygonen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write rasters as cloud optimized GeoTIFFs</source>
        <translation>Raster als Cloud-optimierte GeoTIFFs schreiben</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write the style as SLD too, for map servers</source>
        <translation>Stil auch als SLD schreiben, für Kartenserver</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classifies a Sentinel-2 scene into land-cover classes with a neural network.</source>
        <translation>Teilt eine Sentinel-2-Szene mit einem neuronalen Netz in Landbedeckungsklassen ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cell size in pixels of the scene ({sizes})</source>
        <translation>Zellgröße in Pixeln der Szene ({sizes})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Extent (all of the scene)</source>
        <translation>Ausdehnung (die ganze Szene)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Minimum confidence (cells below it become Uncertain)</source>
        <translation>Mindestkonfidenz (Zellen darunter werden Unsicher)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Model (the built-in one)</source>
        <translation>Modell (das mitgelieferte)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model bundles (*.keras)</source>
        <translation>Modellpakete (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Bands that hold red, green, blue: auto, or places such as 4,3,2</source>
        <translation>Kanäle mit Rot, Grün, Blau: auto oder Plätze wie 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>What brings Level-2A to the top of the atmosphere</source>
        <translation>Was Level-2A an den Oberrand der Atmosphäre bringt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Areas per class</source>
        <translation>Flächen je Klasse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classified cells</source>
        <translation>Klassifizierte Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Masked cells</source>
        <translation>Maskierte Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>A cell of {cell} pixels is not possible: choose {sizes}.</source>
        <translation>Eine Zelle von {cell} Pixeln ist nicht möglich: Wählen Sie {sizes}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>The minimum confidence must be 0 or more, and less than 1.</source>
        <translation>Die Mindestkonfidenz muss mindestens 0 und kleiner als 1 sein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>Gives every cell of a Sentinel-2 scene a land-cover class, with a neural network trained on EuroSAT (10 m pixels, Level-1C). Nothing you open leaves this machine.</source>
        <translation>Gibt jeder Zelle einer Sentinel-2-Szene eine Landbedeckungsklasse, mit einem neuronalen Netz, das an EuroSAT gelernt hat (10-m-Pixel, Level-1C). Nichts, was Sie öffnen, verlässt diesen Rechner.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: a raster of reflectance with at least the bands red, green and blue: GeoTIFF, JPEG 2000 or whatever else GDAL reads from a file or an address. Numbers as the scene has them; no stretch. Pixels of other sizes, or in degrees or feet, are brought to 10 m.</source>
        <translation>&lt;b&gt;Szene&lt;/b&gt;: ein Raster der Reflexion mit mindestens den Kanälen Rot, Grün und Blau: GeoTIFF, JPEG 2000 oder was GDAL sonst aus einer Datei oder von einer Adresse liest. Zahlen, wie die Szene sie hat; ohne Streckung. Pixel anderer Größe, in Grad oder Fuß, werden auf 10 m gebracht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Product&lt;/b&gt;: what QGIS does not load as one layer: a SAFE folder, its zip or XML, a STAC item (also an address), or one of the files of a scene whose bands lie in files of their own.</source>
        <translation>&lt;b&gt;Produkt&lt;/b&gt;: was QGIS nicht als einen Layer lädt: ein SAFE-Ordner, sein Zip oder XML, ein STAC-Item (auch eine Adresse) oder eine der Dateien einer Szene, deren Kanäle in eigenen Dateien liegen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Cell size&lt;/b&gt;: each cell of 64, 32, 16 or 8 pixels (640, 320, 160 or 80 m at 10 m pixels) gets the class of the 64-pixel window around it. For cells of less than 64 pixels the built-in model is one made for them.</source>
        <translation>&lt;b&gt;Zellgröße&lt;/b&gt;: Jede Zelle von 64, 32, 16 oder 8 Pixeln (640, 320, 160 oder 80 m bei Pixeln von 10 m) erhält die Klasse des 64-Pixel-Fensters um sie herum. Für Zellen von weniger als 64 Pixeln ist das mitgelieferte Modell eines, das für sie gemacht ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Extent&lt;/b&gt;: only this part, in any CRS; empty for all of the scene.</source>
        <translation>&lt;b&gt;Ausdehnung&lt;/b&gt;: nur dieser Teil, in beliebigem KBS; leer für die ganze Szene.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Area of interest&lt;/b&gt;: only the cells that touch these polygons, in any CRS, all or the selected ones; nothing else is read. Holes stay out.</source>
        <translation>&lt;b&gt;Interessengebiet&lt;/b&gt;: nur die Zellen, die diese Polygone berühren, in beliebigem KBS, alle oder die gewählten; sonst wird nichts gelesen. Löcher bleiben draußen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Minimum confidence&lt;/b&gt;: cells whose class is less probable than this (0 to 1) become Uncertain. 0 keeps every class.</source>
        <translation>&lt;b&gt;Mindestkonfidenz&lt;/b&gt;: Zellen, deren Klasse weniger wahrscheinlich ist (0 bis 1), werden Unsicher. 0 behält jede Klasse.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: a bundle NAME.keras with its card NAME.json beside it; empty for the one of the settings, &lt;i&gt;built-in.keras&lt;/i&gt; for the plugin's own.</source>
        <translation>&lt;b&gt;Modell&lt;/b&gt;: ein Paket NAME.keras daneben seine Modellkarte NAME.json; leer für das der Einstellungen, &lt;i&gt;built-in.keras&lt;/i&gt; für das des Plugins.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Bands&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; goes by the bands' descriptions; otherwise the places of red, green and blue, such as 4,3,2.</source>
        <translation>&lt;b&gt;Kanäle&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; geht nach den Beschreibungen der Kanäle; sonst die Plätze von Rot, Grün und Blau, etwa 4,3,2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How numbers store reflectance&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; decides and says why; &lt;i&gt;dn&lt;/i&gt; is reflectance × 10000; &lt;i&gt;dn1000&lt;/i&gt; the same plus 1000 (products since baseline 04.00); &lt;i&gt;reflectance&lt;/i&gt; is 0 to 1, &lt;i&gt;reflectance_added&lt;/i&gt; that plus 0.1; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; and &lt;i&gt;dn65535&lt;/i&gt; are it times 1000, 255 and 65535; &lt;i&gt;eurosat8&lt;/i&gt; are EuroSAT's own 8-bit images; &lt;i&gt;tci_l1c&lt;/i&gt; and &lt;i&gt;tci_l2a&lt;/i&gt; are true-colour images of the product; &lt;i&gt;display8&lt;/i&gt; is any other picture, matched to EuroSAT's colours.</source>
        <translation>&lt;b&gt;Wie Zahlen Reflexion speichern&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; entscheidet und sagt, warum; &lt;i&gt;dn&lt;/i&gt; ist Reflexion × 10000; &lt;i&gt;dn1000&lt;/i&gt; dasselbe plus 1000 (Produkte seit Baseline 04.00); &lt;i&gt;reflectance&lt;/i&gt; ist 0 bis 1, &lt;i&gt;reflectance_added&lt;/i&gt; das plus 0,1; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; und &lt;i&gt;dn65535&lt;/i&gt; sind sie mal 1000, 255 und 65535; &lt;i&gt;eurosat8&lt;/i&gt; sind EuroSATs eigene 8-Bit-Bilder; &lt;i&gt;tci_l1c&lt;/i&gt; und &lt;i&gt;tci_l2a&lt;/i&gt; sind Echtfarbenbilder des Produkts; &lt;i&gt;display8&lt;/i&gt; ist jedes andere Bild, an EuroSATs Farben angeglichen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;What brings Level-2A to the top of the atmosphere&lt;/b&gt;: networks learned from Level-1C, with the air still in. &lt;i&gt;auto&lt;/i&gt; puts a standard atmosphere over Level-2A scenes and over no others; &lt;i&gt;none&lt;/i&gt; never does; &lt;i&gt;standard&lt;/i&gt; always.</source>
        <translation>&lt;b&gt;Was Level-2A an den Oberrand der Atmosphäre bringt&lt;/b&gt;: Netze haben an Level-1C gelernt, mit der Luft noch darin. &lt;i&gt;auto&lt;/i&gt; legt eine Standardatmosphäre über Level-2A-Szenen und über keine anderen; &lt;i&gt;none&lt;/i&gt; nie; &lt;i&gt;standard&lt;/i&gt; immer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mask&lt;/b&gt;: a raster in any CRS, of which all that is not 0 is masked, or polygons.</source>
        <translation>&lt;b&gt;Maske&lt;/b&gt;: ein Raster in beliebigem KBS, von dem alles außer 0 maskiert ist, oder Polygone.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene classification&lt;/b&gt;: the SCL of Level-2A; the product's own is used where it has one.</source>
        <translation>&lt;b&gt;Szenenklassifikation&lt;/b&gt;: die SCL von Level-2A; die des Produkts wird verwendet, wo es eine hat.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Classes of the scene classification to leave out&lt;/b&gt;: those ticked are masked.</source>
        <translation>&lt;b&gt;Auszulassende Klassen der Szenenklassifikation&lt;/b&gt;: Die angehakten werden maskiert.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Leave out what looks like thick cloud&lt;/b&gt;: for scenes without a scene classification; a simple test for what is bright, white and wide. Thin cloud and cloud shadow stay.</source>
        <translation>&lt;b&gt;Auslassen, was nach dichten Wolken aussieht&lt;/b&gt;: für Szenen ohne Szenenklassifikation; ein einfacher Test auf Helles, Weißes und Ausgedehntes. Dünne Wolken und Wolkenschatten bleiben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Share of masked pixels over which a cell is left out&lt;/b&gt;: of the cell, or of the window around it; in cells that stay, masked pixels count as nodata.</source>
        <translation>&lt;b&gt;Anteil maskierter Pixel, über dem eine Zelle ausgelassen wird&lt;/b&gt;: der Zelle oder des Fensters um sie; in Zellen, die bleiben, zählen maskierte Pixel als NoData.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How other pixel sizes are brought to 10 m&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; undoes how a product's pixels had been brought to another grid, where it can tell; others it resamples by &lt;i&gt;lanczos&lt;/i&gt;, which keeps most of the detail.</source>
        <translation>&lt;b&gt;Wie andere Pixelgrößen auf 10 m gebracht werden&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; macht rückgängig, wie die Pixel eines Produkts auf ein anderes Gitter gebracht worden waren, wo sich das erkennen lässt; andere bringt es durch &lt;i&gt;lanczos&lt;/i&gt; auf 10 m, das am meisten Einzelheiten bewahrt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Nodata at borders&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; finds borders filled with 0 or 65535 in all bands where the file states no nodata; &lt;i&gt;none&lt;/i&gt; takes them for pixels; a number is nodata where all bands have it.</source>
        <translation>&lt;b&gt;NoData an Rändern&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; findet Ränder, die in allen Kanälen mit 0 oder 65535 gefüllt sind, wo die Datei kein NoData angibt; &lt;i&gt;none&lt;/i&gt; nimmt sie als Pixel; eine Zahl ist NoData, wo alle Kanäle sie haben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Enlarge pixels more than 6 times&lt;/b&gt;: pixels above 60 m are refused otherwise; what the network learned cannot be seen in them.</source>
        <translation>&lt;b&gt;Pixel mehr als 6-fach vergrößern&lt;/b&gt;: Pixel über 60 m werden sonst abgelehnt; was das Netz gelernt hat, ist in ihnen nicht zu sehen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mean height of the ground&lt;/b&gt;: there is less air above high ground, so less is put back over a Level-2A scene; empty for sea level. No product states it; L1C does not need it.</source>
        <translation>&lt;b&gt;Mittlere Höhe des Geländes&lt;/b&gt;: Über hohem Gelände ist weniger Luft, also wird über eine Level-2A-Szene weniger zurückgelegt; leer für Meereshöhe. Kein Produkt gibt sie an; L1C braucht sie nicht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;One feature a class&lt;/b&gt;: dissolves the polygons by class, and counts their patches.</source>
        <translation>&lt;b&gt;Ein Objekt je Klasse&lt;/b&gt;: löst die Polygone nach Klasse auf und zählt ihre Flecken.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write rasters as cloud optimized GeoTIFFs&lt;/b&gt;: with overviews, to be read in pieces over the net.</source>
        <translation>&lt;b&gt;Raster als Cloud-optimierte GeoTIFFs schreiben&lt;/b&gt;: mit Übersichten, um sie stückweise über das Netz zu lesen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write the style as SLD&lt;/b&gt;: beside the land cover, for map servers; one for QGIS is always there.</source>
        <translation>&lt;b&gt;Stil als SLD schreiben&lt;/b&gt;: neben der Landbedeckung, für Kartenserver; einer für QGIS liegt immer dort.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover&lt;/b&gt;: GeoTIFF of class codes, 0 nodata, 255 Uncertain.</source>
        <translation>&lt;b&gt;Landbedeckung&lt;/b&gt;: GeoTIFF der Klassencodes, 0 NoData, 255 Unsicher.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the probability, 0 to 1, of each cell's class.</source>
        <translation>&lt;b&gt;Konfidenz&lt;/b&gt;: die Wahrscheinlichkeit, 0 bis 1, der Klasse jeder Zelle.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover polygons&lt;/b&gt;: GeoPackage with code, class, cells and area_m2.</source>
        <translation>&lt;b&gt;Landbedeckungspolygone&lt;/b&gt;: GeoPackage mit code, class, cells und area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Areas per class&lt;/b&gt;: CSV table with cells, m² and share.</source>
        <translation>&lt;b&gt;Flächen je Klasse&lt;/b&gt;: CSV-Tabelle mit Zellen, m² und Anteil.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>EuroSAT knows no cloud, snow or bare rock: such places get some other class, often with low confidence.</source>
        <translation>EuroSAT kennt weder Wolken noch Schnee noch blanken Fels: Solche Orte bekommen eine andere Klasse, oft mit geringer Konfidenz.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Change between two land-cover maps</source>
        <translation>Veränderung zwischen zwei Landbedeckungskarten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell.</source>
        <translation>Sagt Zelle für Zelle, was sich von einer Landbedeckungskarte zur anderen verändert hat.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map before</source>
        <translation>Karte vorher</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map after</source>
        <translation>Karte nachher</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changes</source>
        <translation>Veränderungen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed patches</source>
        <translation>Veränderte Flecken</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>From-to matrix</source>
        <translation>Von-nach-Matrix</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Compared cells</source>
        <translation>Verglichene Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed cells</source>
        <translation>Veränderte Zellen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed area in ha</source>
        <translation>Veränderte Fläche in ha</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model that names the classes&lt;/b&gt;: a bundle NAME.keras, for maps that do not name their classes themselves.</source>
        <translation>&lt;b&gt;Modell, das die Klassen benennt&lt;/b&gt;: ein Paket NAME.keras, für Karten, die ihre Klassen nicht selbst benennen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: a map of this plugin, or another raster of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Landbedeckungskarte&lt;/b&gt;: eine Karte dieses Plugins oder ein anderes Raster von Klassencodes von 1 bis 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Holds a land-cover map against a reference: confusion matrix, overall accuracy and kappa, user's and producer's accuracy and F1 of each class, and areas with 95 % intervals where the reference is a random sample.</source>
        <translation>Hält eine Landbedeckungskarte gegen eine Referenz: Konfusionsmatrix, Gesamtgenauigkeit und Kappa, Nutzer- und Produzentengenauigkeit und F1 jeder Klasse sowie Flächen mit 95-%-Intervallen, wo die Referenz eine Zufallsstichprobe ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Reference&lt;/b&gt;: labelled points, labelled polygons or a raster of classes, in any CRS. A point is held against the cell that it lies in; of polygons and rasters the class counts that covers most of a cell.</source>
        <translation>&lt;b&gt;Referenz&lt;/b&gt;: Punkte oder Polygone mit Klasse oder ein Raster von Klassen, in beliebigem KBS. Ein Punkt wird gegen die Zelle gehalten, in der er liegt; bei Polygonen und Rastern zählt die Klasse, die das meiste einer Zelle deckt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Field that holds the class&lt;/b&gt;: of points or polygons; empty for &lt;i&gt;reference&lt;/i&gt;, which "Points to label" makes, or the only field.</source>
        <translation>&lt;b&gt;Feld mit der Klasse&lt;/b&gt;: der Punkte oder Polygone; leer für &lt;i&gt;reference&lt;/i&gt;, das „Punkte zum Beschriften“ anlegt, oder das einzige Feld.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How values of the reference are matched with classes&lt;/b&gt;: &lt;i&gt;map&lt;/i&gt; by the map's codes, names and titles; &lt;i&gt;corine&lt;/i&gt; by a ready-made grouping of CORINE 2018, by its codes (311), grid codes (23) or names. What matches no class is counted and told.</source>
        <translation>&lt;b&gt;Wie Werte der Referenz den Klassen zugeordnet werden&lt;/b&gt;: &lt;i&gt;map&lt;/i&gt; nach Codes, Namen und Titeln der Karte; &lt;i&gt;corine&lt;/i&gt; nach einer fertigen Gruppierung von CORINE 2018, nach Codes (311), Gittercodes (23) oder Namen. Was zu keiner Klasse passt, wird gezählt und genannt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table of classes instead&lt;/b&gt;: a CSV with a first line such as reference,class: values of the reference before the column class, the map's class in it; an empty class leaves values out.</source>
        <translation>&lt;b&gt;Stattdessen eine Tabelle der Klassen&lt;/b&gt;: eine CSV-Datei mit einer ersten Zeile wie reference,class: Werte der Referenz vor der Spalte class, darin die Klasse der Karte; eine leere Klasse lässt Werte aus.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How the reference was chosen&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; takes points for a random sample within each class of this map, and estimates with the classes' areas (Olofsson et al. 2014); &lt;i&gt;stratified&lt;/i&gt; the same; &lt;i&gt;counts&lt;/i&gt; counts points as they are. Polygons and rasters are always counted, and have no intervals.</source>
        <translation>&lt;b&gt;Wie die Referenz gewählt wurde&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; nimmt Punkte als Zufallsstichprobe in jeder Klasse dieser Karte und schätzt mit den Flächen der Klassen (Olofsson u. a. 2014); &lt;i&gt;stratified&lt;/i&gt; ebenso; &lt;i&gt;counts&lt;/i&gt; zählt Punkte, wie sie sind. Polygone und Raster werden immer gezählt und haben keine Intervalle.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Share of a cell that one reference class must cover&lt;/b&gt;: cells where no class of polygons or a raster covers that much (0 to 1) are left out as mixed.</source>
        <translation>&lt;b&gt;Anteil einer Zelle, den eine Referenzklasse decken muss&lt;/b&gt;: Zellen, in denen keine Klasse von Polygonen oder Raster so viel deckt (0 bis 1), werden als gemischt ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: one HTML page with everything, to read and to print.</source>
        <translation>&lt;b&gt;Bericht&lt;/b&gt;: eine HTML-Seite mit allem, zum Lesen und Drucken.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table&lt;/b&gt;: CSV with a row a class: its row of the matrix, its scores and areas.</source>
        <translation>&lt;b&gt;Tabelle&lt;/b&gt;: CSV mit einer Zeile je Klasse: ihre Zeile der Matrix, ihre Maße und Flächen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Draws random points within each class of a land-cover map, the strata. Label them by what you see on better images, in their field &lt;i&gt;reference&lt;/i&gt;, then run "Accuracy of a land-cover map".</source>
        <translation>Zieht zufällige Punkte in jeder Klasse einer Landbedeckungskarte, den Schichten. Beschriften Sie sie in ihrem Feld &lt;i&gt;reference&lt;/i&gt; nach dem, was Sie auf besseren Bildern sehen, und starten Sie dann „Genauigkeit einer Landbedeckungskarte“.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in all&lt;/b&gt;: empty for as many as the standard error asks for, and rare classes' minimum on top.</source>
        <translation>&lt;b&gt;Punkte insgesamt&lt;/b&gt;: leer für so viele, wie der Standardfehler verlangt, und das Minimum seltener Klassen dazu.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Standard error of overall accuracy&lt;/b&gt;: 0.02 makes an interval of about ± 4 %.</source>
        <translation>&lt;b&gt;Standardfehler der Gesamtgenauigkeit&lt;/b&gt;: 0,02 ergibt ein Intervall von etwa ± 4 %.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;User's accuracy to expect&lt;/b&gt;: a guess from 0 to 1; it decides how many points there must be. Classes may have their own: Forest=0.9,River=0.6,0.8, with the last for all others.</source>
        <translation>&lt;b&gt;Erwartete Nutzergenauigkeit&lt;/b&gt;: eine Schätzung von 0 bis 1; sie entscheidet, wie viele Punkte es sein müssen. Klassen können eigene haben: Forest=0.9,River=0.6,0.8, die letzte für alle anderen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How points are shared among classes&lt;/b&gt;: &lt;i&gt;proportional&lt;/i&gt; to their area, in &lt;i&gt;equal&lt;/i&gt; parts, or &lt;i&gt;neyman&lt;/i&gt;: by area and expected error, the best for overall accuracy.</source>
        <translation>&lt;b&gt;Wie Punkte auf Klassen verteilt werden&lt;/b&gt;: &lt;i&gt;proportional&lt;/i&gt; zu ihrer Fläche, zu gleichen Teilen (&lt;i&gt;equal&lt;/i&gt;) oder &lt;i&gt;neyman&lt;/i&gt;: nach Fläche und erwartetem Fehler, das Beste für die Gesamtgenauigkeit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Leave the map's class out of the file&lt;/b&gt;: so that it cannot sway who labels.</source>
        <translation>&lt;b&gt;Klasse der Karte nicht in die Datei schreiben&lt;/b&gt;: damit sie niemanden beim Beschriften beeinflusst.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in a class at least&lt;/b&gt;: 50 where there is room for that.</source>
        <translation>&lt;b&gt;Punkte in einer Klasse mindestens&lt;/b&gt;: 50, wo dafür Platz ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Place of a point in its cell&lt;/b&gt;: &lt;i&gt;random&lt;/i&gt; makes every place of a class equally likely, and areas right also where cells are mixed; &lt;i&gt;centre&lt;/i&gt; is for labels of whole cells, and draws none twice.</source>
        <translation>&lt;b&gt;Platz eines Punkts in seiner Zelle&lt;/b&gt;: &lt;i&gt;random&lt;/i&gt; macht jeden Ort einer Klasse gleich wahrscheinlich und Flächen auch dort richtig, wo Zellen gemischt sind; &lt;i&gt;centre&lt;/i&gt; ist für Beschriftungen ganzer Zellen und zieht keine zweimal.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Seed&lt;/b&gt;: a whole number that draws the same points again.</source>
        <translation>&lt;b&gt;Startwert&lt;/b&gt;: eine ganze Zahl, die dieselben Punkte noch einmal zieht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points&lt;/b&gt;: GeoPackage with id, map_code and map_class (unless left out) and reference, empty. In QGIS a label is chosen from the map's classes.</source>
        <translation>&lt;b&gt;Punkte&lt;/b&gt;: GeoPackage mit id, map_code und map_class (sofern nicht ausgelassen) und leerem reference. In QGIS wird eine Beschriftung aus den Klassen der Karte gewählt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell. Both maps must have the same cells; of maps of different extent the part that both have is compared.</source>
        <translation>Sagt Zelle für Zelle, was sich von einer Landbedeckungskarte zur anderen verändert hat. Beide Karten müssen dieselben Zellen haben; bei Karten verschiedener Ausdehnung wird der gemeinsame Teil verglichen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Errors of both maps look like change. Where change matters, draw points in the changed patches and look.</source>
        <translation>Fehler beider Karten sehen wie Veränderung aus. Wo es auf sie ankommt, ziehen Sie Punkte in den veränderten Flecken und sehen Sie nach.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map before&lt;/b&gt;, &lt;b&gt;Map after&lt;/b&gt;: maps of this plugin with the same cell size and classes, or other rasters of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Karte vorher&lt;/b&gt;, &lt;b&gt;Karte nachher&lt;/b&gt;: Karten dieses Plugins mit gleicher Zellgröße und gleichen Klassen oder andere Raster von Klassencodes von 1 bis 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changes&lt;/b&gt;: GeoTIFF; the code of a cell is that before × 1000 plus that after, such as 2008 from class 2 to class 8; 0 where a map has no data or is uncertain. Only changes are coloured, as what is there now.</source>
        <translation>&lt;b&gt;Veränderungen&lt;/b&gt;: GeoTIFF; der Code einer Zelle ist der vorher × 1000 plus der nachher, etwa 2008 von Klasse 2 zu Klasse 8; 0, wo eine Karte keine Daten hat oder unsicher ist. Nur Veränderungen sind gefärbt, als das, was jetzt dort ist.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changed patches&lt;/b&gt;: GeoPackage of connected cells of one change, with their classes, cells and area_m2.</source>
        <translation>&lt;b&gt;Veränderte Flecken&lt;/b&gt;: GeoPackage zusammenhängender Zellen einer Veränderung, mit Klassen, cells und area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;From-to matrix&lt;/b&gt;: CSV in ha, rows before, columns after.</source>
        <translation>&lt;b&gt;Von-nach-Matrix&lt;/b&gt;: CSV in ha, Zeilen vorher, Spalten nachher.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Makes a print layout (A4, landscape) of a land-cover map: title, map with coordinates, legend with areas, scale bar, north arrow, credits. Scene, date and model are those that the raster states; what it does not state is left out.</source>
        <translation>Macht ein Drucklayout (A4, Querformat) einer Landbedeckungskarte: Titel, Karte mit Koordinaten, Legende mit Flächen, Maßstab, Nordpfeil, Quellen. Szene, Datum und Modell sind die, die das Raster angibt; was es nicht angibt, entfällt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster. A layer of the project keeps its colours.</source>
        <translation>&lt;b&gt;Landbedeckungskarte&lt;/b&gt;: das Raster. Ein Layer des Projekts behält seine Farben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;, &lt;b&gt;Scene&lt;/b&gt;: shown beside the map, or below the legend, on the same ground.</source>
        <translation>&lt;b&gt;Konfidenz&lt;/b&gt;, &lt;b&gt;Szene&lt;/b&gt;: neben der Karte oder unter der Legende gezeigt, vom selben Gebiet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Title&lt;/b&gt;: yours instead of the one made of date and scene.</source>
        <translation>&lt;b&gt;Titel&lt;/b&gt;: Ihrer statt dem aus Datum und Szene.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Resolution&lt;/b&gt;: of the PNG, and of the map within PDF and SVG.</source>
        <translation>&lt;b&gt;Auflösung&lt;/b&gt;: des PNG und der Karte in PDF und SVG.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Add it to the project's layouts&lt;/b&gt;: you find it under Project &amp;gt; Layouts and edit it there as any layout. Rasters given as files are added to the project too.</source>
        <translation>&lt;b&gt;Zu den Layouts des Projekts hinzufügen&lt;/b&gt;: Sie finden es unter Projekt &amp;gt; Layouts und bearbeiten es dort wie jedes Layout. Als Dateien angegebene Raster kommen ebenfalls ins Projekt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map to print&lt;/b&gt;: PDF, PNG or SVG, by the ending of its name; leave it out to have the layout alone.</source>
        <translation>&lt;b&gt;Karte zum Drucken&lt;/b&gt;: PDF, PNG oder SVG, nach der Endung des Namens; weglassen, um nur das Layout zu bekommen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Writes all that is known of a land-cover map as one HTML page: the map, areas with a chart, a histogram of confidence, what was recognised of the scene and what was done to it, the model's card, versions, and the command that makes the map again. The page needs no other file and no network.</source>
        <translation>Schreibt alles, was über eine Landbedeckungskarte bekannt ist, als eine HTML-Seite: die Karte, Flächen mit Diagramm, ein Histogramm der Konfidenz, was von der Szene erkannt und was mit ihr getan wurde, die Modellkarte, Versionen und den Befehl, der die Karte noch einmal macht. Die Seite braucht keine andere Datei und kein Netz.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster.</source>
        <translation>&lt;b&gt;Landbedeckungskarte&lt;/b&gt;: das Raster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the raster made with it, for the histogram and the mean of each class.</source>
        <translation>&lt;b&gt;Konfidenz&lt;/b&gt;: das mit ihr gemachte Raster, für das Histogramm und das Mittel jeder Klasse.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: for a picture beside the map.</source>
        <translation>&lt;b&gt;Szene&lt;/b&gt;: für ein Bild neben der Karte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: the bundle that made the map, where it is none of the plugin's, for its card.</source>
        <translation>&lt;b&gt;Modell&lt;/b&gt;: das Paket, das die Karte gemacht hat, wo es keines des Plugins ist, für seine Modellkarte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: an HTML page, to read and to print.</source>
        <translation>&lt;b&gt;Bericht&lt;/b&gt;: eine HTML-Seite, zum Lesen und Drucken.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/layer_file.py"/>
        <source>{layer} cannot be handed to the worker ({why}).</source>
        <translation>{layer} lässt sich dem Arbeitsprozess nicht übergeben ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Model that names the classes (the map itself)</source>
        <translation>Modell, das die Klassen benennt (die Karte selbst)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{title} cannot be opened: choose a raster layer or file of classes.</source>
        <translation>{title} lässt sich nicht öffnen: Wählen Sie einen Rasterlayer oder eine Rasterdatei von Klassen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: choose the GeoTIFF of a land-cover map.</source>
        <translation>{layer} ist kein Raster aus einer Datei: Wählen Sie das GeoTIFF einer Landbedeckungskarte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>The reference cannot be opened: choose a layer of points or polygons, or a raster.</source>
        <translation>Die Referenz lässt sich nicht öffnen: Wählen Sie einen Layer mit Punkten oder Polygonen oder ein Raster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} has no field {field}: choose of {fields}.</source>
        <translation>{layer} hat kein Feld {field}: Wählen Sie aus {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Choose the field of {layer} that holds the class: it has {fields}.</source>
        <translation>Wählen Sie das Feld von {layer} mit der Klasse: Es gibt {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_styles.py"/>
        <source>(not labelled yet)</source>
        <translation>(noch nicht beschriftet)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover, {day}</source>
        <translation>Landbedeckung, {day}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover of {scene}</source>
        <translation>Landbedeckung von {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Level-{level}</source>
        <translation>Level-{level}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>cells of {size} m</source>
        <translation>Zellen von {size} m</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>No coordinate reference system: areas are unknown.</source>
        <translation>Kein Koordinatenbezugssystem: Flächen sind unbekannt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Makes a print layout of a land-cover map, with legend and areas.</source>
        <translation>Macht ein Drucklayout einer Landbedeckungskarte mit Legende und Flächen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Confidence, for an inset</source>
        <translation>Konfidenz, als Nebenkarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Scene, for an inset</source>
        <translation>Szene, als Nebenkarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Title (made of date and scene)</source>
        <translation>Titel (aus Datum und Szene)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Resolution in dots an inch</source>
        <translation>Auflösung in Punkten je Zoll</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Add it to the project's layouts, to be edited</source>
        <translation>Zu den Layouts des Projekts hinzufügen, zum Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Layout's name</source>
        <translation>Name des Layouts</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The land cover cannot be opened: choose another layer.</source>
        <translation>Die Landbedeckung lässt sich nicht öffnen: Wählen Sie einen anderen Layer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The layout "{name}" is in the project, to be edited.</source>
        <translation>Das Layout „{name}“ ist im Projekt und lässt sich bearbeiten.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be opened: choose a raster from a file.</source>
        <translation>{path} lässt sich nicht öffnen: Wählen Sie ein Raster aus einer Datei.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>QGIS does not say why</source>
        <translation>QGIS sagt nicht, warum</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be written ({why}): choose a folder that exists and that you may write to.</source>
        <translation>{path} lässt sich nicht schreiben ({why}): Wählen Sie einen Ordner, den es gibt und in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be replaced ({why}).</source>
        <translation>{path} lässt sich nicht ersetzen ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report on a land-cover map</source>
        <translation>Bericht zu einer Landbedeckungskarte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Writes areas, confidence, origin and model of a land-cover map as one HTML page.</source>
        <translation>Schreibt Flächen, Konfidenz, Herkunft und Modell einer Landbedeckungskarte als eine HTML-Seite.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Confidence, for a histogram</source>
        <translation>Konfidenz, für ein Histogramm</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Scene, for a picture</source>
        <translation>Szene, für ein Bild</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model that made the map (the plugin's, by its checksum)</source>
        <translation>Modell, das die Karte gemacht hat (das des Plugins, nach Prüfsumme)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points to label</source>
        <translation>Punkte zum Beschriften</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Draws random points from each class of a land-cover map, for people to label.</source>
        <translation>Zieht zufällige Punkte aus jeder Klasse einer Landbedeckungskarte, zum Beschriften.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in all (what the standard error asks for)</source>
        <translation>Punkte insgesamt (so viele der Standardfehler verlangt)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Standard error of overall accuracy, when no number of points is given</source>
        <translation>Standardfehler der Gesamtgenauigkeit, wenn keine Punktzahl angegeben ist</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>User's accuracy to expect: one for all classes, or Forest=0.9,0.8</source>
        <translation>Erwartete Nutzergenauigkeit: eine für alle Klassen oder Forest=0.9,0.8</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>How points are shared among classes</source>
        <translation>Wie Punkte auf Klassen verteilt werden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Leave the map's class out of the file</source>
        <translation>Klasse der Karte nicht in die Datei schreiben</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in a class at least ({count} where there is room)</source>
        <translation>Punkte in einer Klasse mindestens ({count}, wo dafür Platz ist)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Place of a point in its cell</source>
        <translation>Platz eines Punkts in seiner Zelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed, to draw the same points again</source>
        <translation>Startwert, um dieselben Punkte noch einmal zu ziehen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Number of points</source>
        <translation>Anzahl der Punkte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed that draws them again</source>
        <translation>Startwert, der sie noch einmal zieht</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Sentinel-2 products (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;All files (*.*)</source>
        <translation>Sentinel-2-Produkte (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Scene (Sentinel-2)</source>
        <translation>Szene (Sentinel-2)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Product instead of a layer (SAFE folder, zip or XML, STAC item, band file)</source>
        <translation>Produkt statt eines Layers (SAFE-Ordner, Zip oder XML, STAC-Item, Kanaldatei)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>How other pixel sizes are brought to 10 m</source>
        <translation>Wie andere Pixelgrößen auf 10 m gebracht werden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Nodata at borders without a tag: auto, none, or a number</source>
        <translation>NoData an Rändern ohne Angabe: auto, none oder eine Zahl</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Enlarge pixels more than 6 times</source>
        <translation>Pixel mehr als 6-fach vergrößern</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Mean height of the ground in m, for Level-2A (sea level)</source>
        <translation>Mittlere Höhe des Geländes in m, für Level-2A (Meereshöhe)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>{title}: give a file name that ends in {suffix}, not {file}.</source>
        <translation>{title}: Geben Sie einen Dateinamen an, der auf {suffix} endet, nicht {file}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>The worker's last lines:</source>
        <translation>Die letzten Zeilen des Arbeitsprozesses:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>The Python here ({path}) cannot make environments: its module venv is missing. On Debian and Ubuntu: apt install python3-venv (or python{number}-venv). Then set up again.</source>
        <translation>Das Python hier ({path}) kann keine Umgebungen anlegen: Sein Modul venv fehlt. Unter Debian und Ubuntu: apt install python3-venv (oder python{number}-venv). Richten Sie dann noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found only {versions}</source>
        <translation>nur {versions} gefunden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found none</source>
        <translation>keines gefunden</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>TensorFlow needs a 64-bit Python {oldest} to {newest}; this machine has none ({heard}): install one from python.org or your system, or uv, which fetches one; or use an existing environment.</source>
        <translation>TensorFlow braucht ein 64-Bit-Python {oldest} bis {newest}; dieser Rechner hat keines ({heard}): Installieren Sie eines von python.org oder aus Ihrem System, oder uv, das eines holt; oder verwenden Sie eine vorhandene Umgebung.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} cannot be started ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>Das Python {path} lässt sich nicht starten ({why}): Wählen Sie ein anderes oder richten Sie die eigene Umgebung des Plugins ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} did not start the worker ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>Das Python {path} hat den Arbeitsprozess nicht gestartet ({why}): Wählen Sie ein anderes oder richten Sie die eigene Umgebung des Plugins ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker speaks another version of the protocol: restart QGIS to load the plugin anew.</source>
        <translation>Der Arbeitsprozess spricht eine andere Version des Protokolls: Starten Sie QGIS neu, um das Plugin neu zu laden.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker gave no reason.</source>
        <translation>Der Arbeitsprozess nannte keinen Grund.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The next run starts a new one.</source>
        <translation>Der nächste Lauf startet einen neuen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>Often this means that memory ran out: close other programs, or classify a smaller extent.</source>
        <translation>Oft heißt das, dass der Speicher ausging: Schließen Sie andere Programme oder klassifizieren Sie eine kleinere Ausdehnung.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker process ended before its result ({why}). {advice}</source>
        <translation>Der Arbeitsprozess endete vor seinem Ergebnis ({why}). {advice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>it no longer answers</source>
        <translation>er antwortet nicht mehr</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>exit status {number}</source>
        <translation>Exit-Status {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The run was cancelled; nothing was written.</source>
        <translation>Der Lauf wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Making an environment in {folder} from {python}</source>
        <translation>Eine Umgebung wird in {folder} aus {python} angelegt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Installing packages; this takes a few minutes</source>
        <translation>Pakete werden installiert; das dauert wenige Minuten</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Trying TensorFlow and rasterio</source>
        <translation>TensorFlow und rasterio werden erprobt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The new environment cannot be used: {why}</source>
        <translation>Die neue Umgebung ist nicht verwendbar: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{path} cannot be written ({why}): free some disk space, or check your rights there.</source>
        <translation>{path} lässt sich nicht schreiben ({why}): Schaffen Sie Platz auf der Platte oder prüfen Sie Ihre Rechte dort.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>No Python here suits TensorFlow: uv fetches one into {folder}</source>
        <translation>Kein Python hier passt zu TensorFlow: uv holt eines nach {folder}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The environment needs {needed} GB and {folder} has only {free} GB free: free some space, or use an existing environment.</source>
        <translation>Die Umgebung braucht {needed} GB und {folder} hat nur {free} GB frei: Schaffen Sie Platz oder verwenden Sie eine vorhandene Umgebung.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds no wheels (*.whl): choose the folder that does, or none to download them.</source>
        <translation>{folder} enthält keine Wheels (*.whl): Wählen Sie den Ordner mit ihnen oder keinen, um sie herunterzuladen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds other files and is left alone: move them away first.</source>
        <translation>{folder} enthält andere Dateien und bleibt unberührt: Verschieben Sie sie zuerst.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The old environment in {folder} cannot be removed ({why}): close what uses it (another QGIS?) and set up again.</source>
        <translation>Die alte Umgebung in {folder} lässt sich nicht entfernen ({why}): Schließen Sie, was sie verwendet (ein anderes QGIS?), und richten Sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the environment variable EUROSAT_QGIS_PYTHON</source>
        <translation>Umgebungsvariable EUROSAT_QGIS_PYTHON</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path}, from {origin}, does not exist.</source>
        <translation>{path}, aus: {origin}, gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>No environment has been set up.</source>
        <translation>Es ist keine Umgebung eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Its set-up was not finished.</source>
        <translation>Ihre Einrichtung wurde nicht beendet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>The Python that it was made from is no longer there.</source>
        <translation>Das Python, aus dem sie angelegt wurde, gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It was made for another version of the plugin.</source>
        <translation>Sie wurde für eine andere Version des Plugins angelegt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} cannot be started ({why}).</source>
        <translation>{path} lässt sich nicht starten ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} does not answer.</source>
        <translation>{path} antwortet nicht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} is no Python that works{reason}.</source>
        <translation>{path} ist kein Python, das funktioniert{reason}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{package} {version} ({oldest} or newer is needed)</source>
        <translation>{package} {version} ({oldest} oder neuer wird gebraucht)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Python {python} is too old: {oldest} or newer is needed.</source>
        <translation>Python {python} ist zu alt: {oldest} oder neuer wird gebraucht.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It lacks {packages}.</source>
        <translation>Es fehlen: {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Too old: {packages}.</source>
        <translation>Zu alt: {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Classes ({count}): {classes}</source>
        <translation>Klassen ({count}): {classes}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Bands: {bands}</source>
        <translation>Kanäle: {bands}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on the validation images before it was trained on them: {percent} %</source>
        <translation>Genauigkeit auf den Validierungsbildern, bevor es auf ihnen trainiert wurde: {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on its own validation images: {percent} %</source>
        <translation>Genauigkeit auf den eigenen Validierungsbildern: {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Smaller cells: {model}, made for them, {percent} %</source>
        <translation>Kleinere Zellen: {model}, für sie gemacht, {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Cite: {citation}</source>
        <translation>Zu zitieren: {citation}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is missing beside its card.</source>
        <translation>{file} fehlt neben seiner Modellkarte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>It has no card that can be read.</source>
        <translation>Es hat keine lesbare Modellkarte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is no bundle: choose its .keras file.</source>
        <translation>{file} ist kein Modellpaket: Wählen Sie seine .keras-Datei.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is not the file that you were told of (SHA-256 differs): get it again.</source>
        <translation>{file} ist nicht die Datei, die Ihnen genannt wurde (andere SHA-256): Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} is there already: remove that model first.</source>
        <translation>{path} gibt es schon: Entfernen Sie zuerst jenes Modell.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The model cannot be put into {folder} ({why}): choose another folder of models.</source>
        <translation>Das Modell lässt sich nicht in {folder} ablegen ({why}): Wählen Sie einen anderen Ordner der Modelle.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The built-in model belongs to the plugin and stays.</source>
        <translation>Das mitgelieferte Modell gehört zum Plugin und bleibt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} cannot be removed ({why}).</source>
        <translation>{path} lässt sich nicht entfernen ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>The scene cannot be opened: choose a raster layer, a raster file or a product.</source>
        <translation>Die Szene lässt sich nicht öffnen: Wählen Sie einen Rasterlayer, eine Rasterdatei oder ein Produkt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>{layer} is a layer of the kind {kind}, which shows pictures and not a scene's numbers: save it as GeoTIFF, or choose a raster from a file.</source>
        <translation>{layer} ist ein Layer der Art {kind}, der Bilder zeigt und nicht die Zahlen einer Szene: Speichern Sie ihn als GeoTIFF oder wählen Sie ein Raster aus einer Datei.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>EuroSAT Land Cover has no Python environment yet: open Raster &gt; EuroSAT Land Cover &gt; Set up…, or set EUROSAT_QGIS_PYTHON to a Python with TensorFlow and rasterio.</source>
        <translation>EuroSAT Land Cover hat noch keine Python-Umgebung: Öffnen Sie Raster &gt; EuroSAT Land Cover &gt; Einrichten… oder setzen Sie EUROSAT_QGIS_PYTHON auf ein Python mit TensorFlow und rasterio.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment yet.</source>
        <translation>hat noch keine Python-Umgebung.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>cannot use its Python environment: {why}</source>
        <translation>kann seine Python-Umgebung nicht verwenden: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment: {why}</source>
        <translation>hat keine Python-Umgebung: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>Open Raster &gt; EuroSAT Land Cover &gt; Set up…</source>
        <translation>Öffnen Sie Raster &gt; EuroSAT Land Cover &gt; Einrichten…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The set-up was cancelled; nothing was left behind.</source>
        <translation>Die Einrichtung wurde abgebrochen; nichts blieb zurück.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>uv cannot fetch a Python: check the network connection, or install one from python.org or your system.</source>
        <translation>uv kann kein Python holen: Prüfen Sie die Netzverbindung oder installieren Sie eines von python.org oder aus Ihrem System.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python makes environments that do not work: install another from python.org or your system, and set up again.</source>
        <translation>Dieses Python legt Umgebungen an, die nicht funktionieren: Installieren Sie ein anderes von python.org oder aus Ihrem System und richten Sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python cannot make environments: on Debian and Ubuntu, apt install python3-venv. Then set up again.</source>
        <translation>Dieses Python kann keine Umgebungen anlegen: unter Debian und Ubuntu apt install python3-venv. Richten Sie dann noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The disk is full: the environment needs about 3 GB.</source>
        <translation>Die Platte ist voll: Die Umgebung braucht etwa 3 GB.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The proxy refuses the connection: check HTTPS_PROXY or pip's configuration.</source>
        <translation>Der Proxy lehnt die Verbindung ab: Prüfen Sie HTTPS_PROXY oder die Konfiguration von pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The secure connection fails: where a proxy opens connections, name its certificate in PIP_CERT or pip's configuration.</source>
        <translation>Die sichere Verbindung misslingt: Wo ein Proxy Verbindungen öffnet, nennen Sie sein Zertifikat in PIP_CERT oder in der Konfiguration von pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The packages cannot be downloaded: check the network connection, or name your own package index in pip's configuration.</source>
        <translation>Die Pakete lassen sich nicht herunterladen: Prüfen Sie die Netzverbindung oder nennen Sie Ihr eigenes Paketverzeichnis in der Konfiguration von pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>These packages are not the ones this version of the plugin was tried with: fill the folder of wheels anew with pins.txt, or have your package index keep the originals.</source>
        <translation>Diese Pakete sind nicht die, mit denen diese Version des Plugins erprobt wurde: Füllen Sie den Ordner mit Wheels neu nach pins.txt oder lassen Sie Ihr Paketverzeichnis die Originale behalten.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index cannot be reached, or it (or the folder of wheels) has no builds for this Python and system.</source>
        <translation>Das Paketverzeichnis ist nicht erreichbar, oder es (oder der Ordner mit Wheels) hat nichts für dieses Python und System.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index has no build that fits this Python and system.</source>
        <translation>Das Paketverzeichnis hat nichts, was zu diesem Python und System passt.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The folder cannot be written: check your rights there.</source>
        <translation>Der Ordner lässt sich nicht schreiben: Prüfen Sie Ihre Rechte dort.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>no message</source>
        <translation>keine Meldung</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up was ended by signal {number} ({detail}).</source>
        <translation>Ein Schritt der Einrichtung wurde durch Signal {number} beendet ({detail}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up failed ({detail}): the log has the details.</source>
        <translation>Ein Schritt der Einrichtung misslang ({detail}): Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Annual crop</source>
        <translation>Ackerland</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Herbaceous vegetation</source>
        <translation>Krautige Vegetation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Highway</source>
        <translation>Straße</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Industrial</source>
        <translation>Industrie</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Pasture</source>
        <translation>Weide</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Permanent crop</source>
        <translation>Dauerkultur</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Residential</source>
        <translation>Wohngebiet</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>River</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Sea and lake</source>
        <translation>Meer und See</translation>
    </message>
</context>
</TS>
