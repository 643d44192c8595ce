<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>EurosatQgis</name>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>Masked</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cell</source>
        <translation>{count} cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cells</source>
        <translation>{count} cellules</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{area} in {cells}</source>
        <translation>{area} en {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>all</source>
        <translation>tout</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The whole scene</source>
        <translation>Toute la scène</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>view</source>
        <translation>vue</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>What the map shows now</source>
        <translation>Ce que la carte montre en ce moment</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>selection</source>
        <translation>sélection</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The selected polygons of the current layer</source>
        <translation>Les polygones sélectionnés de la couche active</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: rectangle</source>
        <translation>Zone : rectangle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Draw a rectangle on the map</source>
        <translation>Dessiner un rectangle sur la carte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No polygon is selected: make a layer of polygons the current one and select some.</source>
        <translation>Aucun polygone n'est sélectionné : activez une couche de polygones et sélectionnez-en.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No rectangle is drawn yet: draw one on the map.</source>
        <translation>Aucun rectangle n'est encore dessiné : dessinez-en un sur la carte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: {choice}</source>
        <translation>Zone : {choice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/background_task.py"/>
        <source>It did not end as it should: QGIS' log has more.</source>
        <translation>Cela ne s'est pas terminé comme prévu : le journal de QGIS en dit plus.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/bar.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/styles.py"/>
        <source>{title}: {text}</source>
        <translation>{title} : {text}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>Land cover</source>
        <translation>Occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Land cover polygons</source>
        <translation>Polygones d'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>The run did not end as it should: see the log.</source>
        <translation>L'exécution ne s'est pas terminée comme prévu : voir le journal.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Land cover · {scene}</source>
        <translation>Occupation du sol · {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>{path} was written but cannot be opened: look at it in the browser.</source>
        <translation>{path} a été écrit mais ne peut être ouvert : regardez-le dans l'explorateur.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell</source>
        <translation>Côté d'une cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Expected cells and time</source>
        <translation>Cellules et durée prévues</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell: {stops}. Half the side, four times the cells.</source>
        <translation>Côté d'une cellule : {stops}. Moitié du côté, quatre fois plus de cellules.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Annulé ; rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Its algorithms are switched off: switch the provider EuroSAT on again.</source>
        <translation>Ses algorithmes sont désactivés : réactivez le fournisseur EuroSAT.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The project was closed: its run was cancelled, nothing was written.</source>
        <translation>Le projet a été fermé : son exécution a été annulée, rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The map shows no cell of it here: zoom out.</source>
        <translation>La carte n'en montre aucune cellule ici : dézoomez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{count} pixels</source>
        <translation>{count} pixels</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>a few seconds</source>
        <translation>quelques secondes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{time} left</source>
        <translation>reste {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Open the help in the browser</source>
        <translation>Ouvrir l'aide dans le navigateur</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Too few valid pixels: the cell has no class.</source>
        <translation>Trop peu de pixels valides : la cellule n'a pas de classe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Masked: the cell has no class.</source>
        <translation>Masqué : la cellule n'a pas de classe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Cell inspected</source>
        <translation>Cellule inspectée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Class of the cell</source>
        <translation>Classe de la cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>The window as the network sees it</source>
        <translation>La fenêtre telle que le réseau la voit</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Note on the cell</source>
        <translation>Remarque sur la cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}</source>
        <translation>Sur la carte : {title}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to keep it; Esc leaves.</source>
        <translation>Cliquez pour la garder ; Échap pour quitter.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to look on; Esc leaves.</source>
        <translation>Cliquez pour la lâcher ; Échap pour quitter.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}.</source>
        <translation>Sur la carte : {title}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>As sure is the network.</source>
        <translation>Voilà combien le réseau est sûr.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <source>no class</source>
        <translation>aucune classe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/messages.py"/>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>Other model</source>
        <translation>Autre modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>A bundle from a file (NAME.keras)</source>
        <translation>Un paquet dans un fichier (NOM.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Bundles (*.keras)</source>
        <translation>Paquets (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Card of the model</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address of a model</source>
        <translation>Fichier ou adresse d'un modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>NAME.keras, or https://… of it</source>
        <translation>NOM.keras, ou son adresse https://…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 du modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 that you were told (may be left empty)</source>
        <translation>SHA-256 qui vous a été donné (peut rester vide)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import the model</source>
        <translation>Importer le modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove the model</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Result of the import</source>
        <translation>Résultat de l'import</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address</source>
        <translation>Fichier ou adresse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Checksum</source>
        <translation>Somme de contrôle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} (built in)</source>
        <translation>{model} (intégré)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is removed.</source>
        <translation>{model} est supprimé.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Fetching and checking…</source>
        <translation>Récupération et vérification…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Importing a model</source>
        <translation>Import d'un modèle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is imported.</source>
        <translation>{model} est importé.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>The address must be of a .keras file, its card (.json) beside it.</source>
        <translation>L'adresse doit être celle d'un fichier .keras, avec sa fiche (.json) à côté.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{address} cannot be fetched ({why}).</source>
        <translation>{address} ne peut être récupéré ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>Classifying needs TensorFlow and rasterio. They get a Python environment of their own, once; QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>La classification a besoin de TensorFlow et de rasterio. Ils reçoivent, une fois pour toutes, leur propre environnement Python ; le Python de QGIS reste tel quel. Rien de ce que vous ouvrez ne quitte cette machine.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>0.7 GB to download, 2.5 GB on disk, a few minutes.</source>
        <translation>0,7 Go à télécharger, 2,5 Go sur le disque, quelques minutes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>First step</source>
        <translation>Première étape</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>One step before the first map</source>
        <translation>Une étape avant la première carte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up</source>
        <translation>Installer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Use an existing Python…</source>
        <translation>Utiliser un Python existant…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does</source>
        <translation>Ce que fait l'installation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What the set-up takes</source>
        <translation>Ce que demande l'installation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Masks, confidence, outputs</source>
        <translation>Masques, confiance, sorties</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Show masks, confidence, outputs</source>
        <translation>Montrer masques, confiance, sorties</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Leave out thick cloud</source>
        <translation>Écarter les nuages épais</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>A simple test for what is bright, white and wide. A scene classification (SCL) of the product is used by itself where it has one.</source>
        <translation>Un test simple de ce qui est clair, blanc et étendu. La classification de scène (SCL) du produit sert d'elle-même s'il en a une.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons, or a raster of which all that is not 0 is masked.</source>
        <translation>Des polygones, ou un raster dont tout ce qui n'est pas 0 est masqué.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum confidence</source>
        <translation>Confiance minimale</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>any confidence</source>
        <translation>toute confiance</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Cells whose class is less probable become Uncertain.</source>
        <translation>Les cellules dont la classe est moins probable deviennent Incertain.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Confidence as a second layer</source>
        <translation>Confiance en seconde couche</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons as a layer</source>
        <translation>Polygones en couche</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save the land cover as</source>
        <translation>Enregistrer l'occupation du sol sous</translation>
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
        <translation>fichier temporaire</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save as</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python of the worker</source>
        <translation>Python du processus de calcul</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the plugin's own environment</source>
        <translation>l'environnement propre à l'extension</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Idle minutes</source>
        <translation>Minutes d'inactivité</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>So long the worker keeps the network loaded, some 600 MB.</source>
        <translation>Le processus de calcul garde le réseau chargé aussi longtemps, environ 600 Mo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Threads</source>
        <translation>Fils d'exécution</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>all there are</source>
        <translation>tous</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>What a run takes at most, so that QGIS has the rest.</source>
        <translation>Ce qu'une exécution prend au plus, pour que QGIS ait le reste.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>as needed</source>
        <translation>selon le besoin</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>bfloat16 where the processor has it</source>
        <translation>bfloat16 là où le processeur l’a</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cells of 640 m take three quarters of the time; one class in 10,000 differs.</source>
        <translation>Les cellules de 640 m prennent les trois quarts du temps ; une classe sur 10 000 change.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell size offered first</source>
        <translation>Taille de cellule proposée d'abord</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>{size} ({count} pixels of 10 m)</source>
        <translation>{size} ({count} pixels de 10 m)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Model offered first</source>
        <translation>Modèle proposé d'abord</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Folder of models</source>
        <translation>Dossier des modèles</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Worker</source>
        <translation>Processus de calcul</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Leaves after</source>
        <translation>Se termine après</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Faster</source>
        <translation>Plus rapide</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Raster &gt; EuroSAT Land Cover &gt; Set up… checks a Python before it is taken.</source>
        <translation>Raster &gt; EuroSAT Land Cover &gt; Installer… vérifie un Python avant de le prendre.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Note on the worker</source>
        <translation>Remarque sur le processus de calcul</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Help on this page</source>
        <translation>Aide sur cette page</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Offered first</source>
        <translation>Proposé d'abord</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell</source>
        <translation>Cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>What was recognised</source>
        <translation>Ce qui a été reconnu</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Reasons</source>
        <translation>Raisons</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>How numbers store reflectance</source>
        <translation>Codage de la réflectance</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Atmosphere</source>
        <translation>Atmosphère</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>auto, or places such as 4,3,2</source>
        <translation>auto, ou des positions telles que 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Numbers</source>
        <translation>Codage</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene to see what it is.</source>
        <translation>Choisissez une scène pour voir ce qu'elle est.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Click for the reasons, and to overrule them.</source>
        <translation>Cliquez pour les raisons et pour passer outre.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene first.</source>
        <translation>Choisissez d'abord une scène.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Looking at the scene…</source>
        <translation>Examen de la scène…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>about {cells}</source>
        <translation>environ {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map shown</source>
        <translation>Carte montrée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Opacity of the land cover</source>
        <translation>Opacité de l'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Left: the scene. Right: the land cover.</source>
        <translation>À gauche : la scène. À droite : l'occupation du sol.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Inspect</source>
        <translation>Inspecter</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>See what the network sees of a cell, and how sure it is</source>
        <translation>Voir ce que le réseau voit d'une cellule et combien il est sûr</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>All of it in one HTML file</source>
        <translation>Le tout en un fichier HTML</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map to print: PDF, PNG or SVG</source>
        <translation>Carte à imprimer : PDF, PNG ou SVG</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Map to print</source>
        <translation>Carte à imprimer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Save the areas or the map</source>
        <translation>Enregistrer les surfaces ou la carte</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas as CSV…</source>
        <translation>Surfaces en CSV…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Copy areas</source>
        <translation>Copier les surfaces</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Land cover as GeoTIFF…</source>
        <translation>Occupation du sol en GeoTIFF…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>They have no class.</source>
        <translation>Elles n'ont pas de classe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Click to see where it is.</source>
        <translation>Cliquez pour voir où elle est.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in the clipboard: paste them into a table.</source>
        <translation>Les surfaces sont dans le presse-papiers : collez-les dans un tableau.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas</source>
        <translation>Surfaces</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in {path}.</source>
        <translation>Les surfaces sont dans {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path} already.</source>
        <translation>L'occupation du sol est déjà dans {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path}.</source>
        <translation>L'occupation du sol est dans {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>{path} cannot be written ({why}): choose another place.</source>
        <translation>{path} ne peut être écrit ({why}) : choisissez un autre emplacement.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Classify</source>
        <translation>Classer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Progress of the run</source>
        <translation>Progression de l'exécution</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Cancel the run</source>
        <translation>Annuler l'exécution</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Scenes and products (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;All files (*.*)</source>
        <translation>Scènes et produits (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Choose a Sentinel-2 scene</source>
        <translation>Choisir une scène Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Other scene</source>
        <translation>Autre scène</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>A file, a product or an address</source>
        <translation>Un fichier, un produit ou une adresse</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>File, zip or STAC item…</source>
        <translation>Fichier, zip ou élément STAC…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder…</source>
        <translation>Dossier SAFE…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address…</source>
        <translation>Adresse…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address of a scene</source>
        <translation>Adresse d'une scène</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>https://… of a raster or STAC item, then Enter</source>
        <translation>https://… d'un raster ou élément STAC, puis Entrée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Sentinel-2 scene</source>
        <translation>Scène Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder</source>
        <translation>Dossier SAFE</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-1C</source>
        <translation>Niveau 1C</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-2A</source>
        <translation>Niveau 2A</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>level not known</source>
        <translation>niveau inconnu</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>baseline {number}</source>
        <translation>baseline {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>offset {number}</source>
        <translation>décalage {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>air added</source>
        <translation>air ajouté</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>{count} bands</source>
        <translation>{count} bandes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>no bands found</source>
        <translation>aucune bande trouvée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Classifying needs TensorFlow and rasterio. They go into a Python environment of their own, so that QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>La classification a besoin de TensorFlow et de rasterio. Ils vont dans leur propre environnement Python, pour que le Python de QGIS reste tel quel. Rien de ce que vous ouvrez ne quitte cette machine.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>about 2.5 GB on disk, 0.7 GB to download; a few minutes</source>
        <translation>environ 2,5 Go sur le disque, 0,7 Go à télécharger ; quelques minutes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EuroSAT Land Cover: Python environment</source>
        <translation>EuroSAT Land Cover : environnement Python</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Environment in use</source>
        <translation>Environnement utilisé</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Result of the set-up</source>
        <translation>Résultat de l'installation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Progress of the set-up</source>
        <translation>Progression de l'installation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Log of the set-up</source>
        <translation>Journal de l'installation</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does appears here.</source>
        <translation>Ce que fait l'installation apparaît ici.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>downloaded from the package index</source>
        <translation>téléchargés depuis l'index de paquets</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>For machines without a network: a folder that holds every package as a wheel (*.whl), made on another machine with pip download.</source>
        <translation>Pour les machines sans réseau : un dossier qui contient chaque paquet en wheel (*.whl), préparé sur une autre machine avec pip download.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Copy a report for whoever helps: versions, paths, what failed.</source>
        <translation>Copie un rapport pour qui vous aide : versions, chemins, ce qui a échoué.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove the environment</source>
        <translation>Supprimer l'environnement</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Installs</source>
        <translation>Installe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Takes</source>
        <translation>Demande</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{title}:</source>
        <translation>{title} :</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Packages:</source>
        <translation>Paquets :</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>In use:</source>
        <translation>Utilisé :</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>none. {why}</source>
        <translation>aucun. {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} (from {origin})</source>
        <translation>{path} (source : {origin})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up again</source>
        <translation>Réinstaller</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Setting up EuroSAT Land Cover</source>
        <translation>Installation d'EuroSAT Land Cover</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>A Python with TensorFlow and rasterio</source>
        <translation>Un Python avec TensorFlow et rasterio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Checking {file}</source>
        <translation>Vérification de {file}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Looking at the environment</source>
        <translation>Examen de l'environnement</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Press again to remove</source>
        <translation>Appuyer encore pour supprimer</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>This removes {folder}. Maps and settings stay.</source>
        <translation>Cela supprime {folder}. Les cartes et les paramètres restent.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Removing the environment</source>
        <translation>Suppression de l'environnement</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The report is in the clipboard: paste it where you ask for help.</source>
        <translation>Le rapport est dans le presse-papiers : collez-le là où vous demandez de l'aide.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The environment is removed.</source>
        <translation>L'environnement est supprimé.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Ready: Python {python} with TensorFlow {tensorflow}.</source>
        <translation>Prêt : Python {python} avec TensorFlow {tensorflow}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EUROSAT_QGIS_PYTHON is set and goes before it.</source>
        <translation>EUROSAT_QGIS_PYTHON est définie et passe avant.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} cannot be used. {why} Choose another, or set up the plugin's own.</source>
        <translation>{path} n'est pas utilisable. {why} Choisissez-en un autre, ou installez celui de l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/widgets.py"/>
        <source>{name}: choose</source>
        <translation>{name} : choisir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>All options…</source>
        <translation>Toutes les options…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Open sample scene</source>
        <translation>Ouvrir la scène d'exemple</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Land-cover map</source>
        <translation>Carte d'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up EuroSAT Land Cover</source>
        <translation>Installer EuroSAT Land Cover</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Area of interest (polygons; all of the scene)</source>
        <translation>Zone d'intérêt (polygones ; toute la scène)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Mask (raster, not 0 is masked, or polygons)</source>
        <translation>Masque (raster, tout sauf 0 est masqué, ou polygones)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Scene classification, SCL (the product's own)</source>
        <translation>Classification de scène, SCL (celle du produit)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Classes of the scene classification to leave out</source>
        <translation>Classes de la classification de scène à écarter</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Leave out what looks like thick cloud</source>
        <translation>Écarter ce qui ressemble à des nuages épais</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Share of masked pixels over which a cell is left out</source>
        <translation>Part de pixels masqués au-delà de laquelle une cellule est écartée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The area cannot be opened: choose a layer of polygons.</source>
        <translation>La zone ne peut être ouverte : choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>{layer} holds no polygons to take, or none is selected: select some, or choose another layer.</source>
        <translation>{layer} ne contient aucun polygone, ou aucun n'est sélectionné : sélectionnez-en, ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The mask cannot be opened: choose another layer or file.</source>
        <translation>Le masque ne peut être ouvert : choisissez une autre couche ou un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: save it as GeoTIFF first.</source>
        <translation>{layer} n'est pas un raster issu d'un fichier : enregistrez-le d'abord en GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>in all</source>
        <translation>en tout</translation>
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
        <translation>cellules</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>Masked: {count} of {total} cells{area} ({masks}).</source>
        <translation>Masqué : {count} cellules sur {total}{area} ({masks}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>The area of interest itself has {area} km²: cells that touch it count as a whole.</source>
        <translation>La zone d'intérêt elle-même a {area} km² : les cellules qui la touchent comptent en entier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Accuracy of a land-cover map</source>
        <translation>Exactitude d'une carte d'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Holds a land-cover map against reference points, polygons or a raster.</source>
        <translation>Confronte une carte d'occupation du sol à des points, des polygones ou un raster de référence.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Reference (points, polygons or a raster)</source>
        <translation>Référence (points, polygones ou raster)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Field that holds the class (reference)</source>
        <translation>Champ qui contient la classe (reference)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How values of the reference are matched with classes</source>
        <translation>Correspondance entre valeurs de la référence et classes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table of classes instead</source>
        <translation>Table de classes à la place</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Comment la référence a été choisie</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Share of a cell that one reference class must cover</source>
        <translation>Part d'une cellule qu'une classe de référence doit couvrir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Reports (*.html)</source>
        <translation>Rapports (*.html)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitude globale</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Half width of its 95 % interval</source>
        <translation>Demi-largeur de son intervalle à 95 %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Points or cells compared</source>
        <translation>Points ou cellules comparés</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>One feature a class in the polygons</source>
        <translation>Une entité par classe dans les polygones</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write rasters as cloud optimized GeoTIFFs</source>
        <translation>Écrire les rasters en GeoTIFF optimisés pour le nuage (COG)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write the style as SLD too, for map servers</source>
        <translation>Écrire aussi le style en SLD, pour les serveurs cartographiques</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classifies a Sentinel-2 scene into land-cover classes with a neural network.</source>
        <translation>Classe une scène Sentinel-2 en classes d'occupation du sol avec un réseau de neurones.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cell size in pixels of the scene ({sizes})</source>
        <translation>Taille de cellule en pixels de la scène ({sizes})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Extent (all of the scene)</source>
        <translation>Emprise (toute la scène)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Minimum confidence (cells below it become Uncertain)</source>
        <translation>Confiance minimale (au-dessous, les cellules deviennent Incertain)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Model (the built-in one)</source>
        <translation>Modèle (celui intégré)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model bundles (*.keras)</source>
        <translation>Paquets de modèle (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Bands that hold red, green, blue: auto, or places such as 4,3,2</source>
        <translation>Bandes rouge, verte, bleue : auto, ou des positions telles que 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>What brings Level-2A to the top of the atmosphere</source>
        <translation>Ce qui ramène le niveau 2A au sommet de l'atmosphère</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Areas per class</source>
        <translation>Surfaces par classe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cells</source>
        <translation>Cellules</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classified cells</source>
        <translation>Cellules classées</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Masked cells</source>
        <translation>Cellules masquées</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>A cell of {cell} pixels is not possible: choose {sizes}.</source>
        <translation>Une cellule de {cell} pixels n'est pas possible : choisissez {sizes}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>The minimum confidence must be 0 or more, and less than 1.</source>
        <translation>La confiance minimale doit être d'au moins 0 et inférieure à 1.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>Gives every cell of a Sentinel-2 scene a land-cover class, with a neural network trained on EuroSAT (10 m pixels, Level-1C). Nothing you open leaves this machine.</source>
        <translation>Donne à chaque cellule d'une scène Sentinel-2 une classe d'occupation du sol, avec un réseau de neurones entraîné sur EuroSAT (pixels de 10 m, niveau 1C). Rien de ce que vous ouvrez ne quitte cette machine.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: a raster of reflectance with at least the bands red, green and blue: GeoTIFF, JPEG 2000 or whatever else GDAL reads from a file or an address. Numbers as the scene has them; no stretch. Pixels of other sizes, or in degrees or feet, are brought to 10 m.</source>
        <translation>&lt;b&gt;Scène&lt;/b&gt; : un raster de réflectance avec au moins les bandes rouge, verte et bleue : GeoTIFF, JPEG 2000 ou tout ce que GDAL lit d'un fichier ou d'une adresse. Les nombres tels que la scène les a ; sans étirement. Les pixels d'autres tailles, en degrés ou en pieds, sont ramenés à 10 m.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Product&lt;/b&gt;: what QGIS does not load as one layer: a SAFE folder, its zip or XML, a STAC item (also an address), or one of the files of a scene whose bands lie in files of their own.</source>
        <translation>&lt;b&gt;Produit&lt;/b&gt; : ce que QGIS ne charge pas comme une seule couche : un dossier SAFE, son zip ou son XML, un élément STAC (aussi une adresse), ou l'un des fichiers d'une scène dont chaque bande a son propre fichier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Cell size&lt;/b&gt;: each cell of 64, 32, 16 or 8 pixels (640, 320, 160 or 80 m at 10 m pixels) gets the class of the 64-pixel window around it. For cells of less than 64 pixels the built-in model is one made for them.</source>
        <translation>&lt;b&gt;Taille des cellules&lt;/b&gt; : chaque cellule de 64, 32, 16 ou 8 pixels (640, 320, 160 ou 80 m avec des pixels de 10 m) reçoit la classe de la fenêtre de 64 pixels qui l'entoure. Pour les cellules de moins de 64 pixels, le modèle intégré en est un fait pour elles.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Extent&lt;/b&gt;: only this part, in any CRS; empty for all of the scene.</source>
        <translation>&lt;b&gt;Emprise&lt;/b&gt; : seulement cette partie, dans n'importe quel SCR ; vide pour toute la scène.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Area of interest&lt;/b&gt;: only the cells that touch these polygons, in any CRS, all or the selected ones; nothing else is read. Holes stay out.</source>
        <translation>&lt;b&gt;Zone d'intérêt&lt;/b&gt; : seulement les cellules qui touchent ces polygones, dans n'importe quel SCR, tous ou ceux sélectionnés ; rien d'autre n'est lu. Les trous restent dehors.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Minimum confidence&lt;/b&gt;: cells whose class is less probable than this (0 to 1) become Uncertain. 0 keeps every class.</source>
        <translation>&lt;b&gt;Confiance minimale&lt;/b&gt; : les cellules dont la classe est moins probable (0 à 1) deviennent Incertain. 0 garde toutes les classes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: a bundle NAME.keras with its card NAME.json beside it; empty for the one of the settings, &lt;i&gt;built-in.keras&lt;/i&gt; for the plugin's own.</source>
        <translation>&lt;b&gt;Modèle&lt;/b&gt; : un paquet NOM.keras avec sa fiche NOM.json à côté ; vide pour celui des paramètres, &lt;i&gt;built-in.keras&lt;/i&gt; pour celui de l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Bands&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; goes by the bands' descriptions; otherwise the places of red, green and blue, such as 4,3,2.</source>
        <translation>&lt;b&gt;Bandes&lt;/b&gt; : &lt;i&gt;auto&lt;/i&gt; suit les descriptions des bandes ; sinon les positions du rouge, du vert et du bleu, telles que 4,3,2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How numbers store reflectance&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; decides and says why; &lt;i&gt;dn&lt;/i&gt; is reflectance × 10000; &lt;i&gt;dn1000&lt;/i&gt; the same plus 1000 (products since baseline 04.00); &lt;i&gt;reflectance&lt;/i&gt; is 0 to 1, &lt;i&gt;reflectance_added&lt;/i&gt; that plus 0.1; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; and &lt;i&gt;dn65535&lt;/i&gt; are it times 1000, 255 and 65535; &lt;i&gt;eurosat8&lt;/i&gt; are EuroSAT's own 8-bit images; &lt;i&gt;tci_l1c&lt;/i&gt; and &lt;i&gt;tci_l2a&lt;/i&gt; are true-colour images of the product; &lt;i&gt;display8&lt;/i&gt; is any other picture, matched to EuroSAT's colours.</source>
        <translation>&lt;b&gt;Codage de la réflectance&lt;/b&gt; : &lt;i&gt;auto&lt;/i&gt; décide et dit pourquoi ; &lt;i&gt;dn&lt;/i&gt; est la réflectance × 10000 ; &lt;i&gt;dn1000&lt;/i&gt; la même plus 1000 (produits depuis la baseline 04.00) ; &lt;i&gt;reflectance&lt;/i&gt; va de 0 à 1, &lt;i&gt;reflectance_added&lt;/i&gt; cela plus 0,1 ; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; et &lt;i&gt;dn65535&lt;/i&gt; la multiplient par 1000, 255 et 65535 ; &lt;i&gt;eurosat8&lt;/i&gt; sont les images 8 bits d'EuroSAT ; &lt;i&gt;tci_l1c&lt;/i&gt; et &lt;i&gt;tci_l2a&lt;/i&gt; sont les images en vraies couleurs du produit ; &lt;i&gt;display8&lt;/i&gt; est toute autre image, ajustée aux couleurs d'EuroSAT.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;What brings Level-2A to the top of the atmosphere&lt;/b&gt;: networks learned from Level-1C, with the air still in. &lt;i&gt;auto&lt;/i&gt; puts a standard atmosphere over Level-2A scenes and over no others; &lt;i&gt;none&lt;/i&gt; never does; &lt;i&gt;standard&lt;/i&gt; always.</source>
        <translation>&lt;b&gt;Ce qui ramène le niveau 2A au sommet de l'atmosphère&lt;/b&gt; : les réseaux ont appris du niveau 1C, où l'air est encore. &lt;i&gt;auto&lt;/i&gt; met une atmosphère standard sur les scènes de niveau 2A et sur aucune autre ; &lt;i&gt;none&lt;/i&gt; jamais ; &lt;i&gt;standard&lt;/i&gt; toujours.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mask&lt;/b&gt;: a raster in any CRS, of which all that is not 0 is masked, or polygons.</source>
        <translation>&lt;b&gt;Masque&lt;/b&gt; : un raster dans n'importe quel SCR, dont tout ce qui n'est pas 0 est masqué, ou des polygones.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene classification&lt;/b&gt;: the SCL of Level-2A; the product's own is used where it has one.</source>
        <translation>&lt;b&gt;Classification de scène&lt;/b&gt; : la SCL du niveau 2A ; celle du produit sert s'il en a une.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Classes of the scene classification to leave out&lt;/b&gt;: those ticked are masked.</source>
        <translation>&lt;b&gt;Classes de la classification de scène à écarter&lt;/b&gt; : celles cochées sont masquées.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Leave out what looks like thick cloud&lt;/b&gt;: for scenes without a scene classification; a simple test for what is bright, white and wide. Thin cloud and cloud shadow stay.</source>
        <translation>&lt;b&gt;Écarter ce qui ressemble à des nuages épais&lt;/b&gt; : pour les scènes sans classification de scène ; un test simple de ce qui est clair, blanc et étendu. Les nuages fins et les ombres de nuages restent.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Share of masked pixels over which a cell is left out&lt;/b&gt;: of the cell, or of the window around it; in cells that stay, masked pixels count as nodata.</source>
        <translation>&lt;b&gt;Part de pixels masqués au-delà de laquelle une cellule est écartée&lt;/b&gt; : de la cellule, ou de la fenêtre qui l'entoure ; dans les cellules qui restent, les pixels masqués comptent comme sans données.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How other pixel sizes are brought to 10 m&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; undoes how a product's pixels had been brought to another grid, where it can tell; others it resamples by &lt;i&gt;lanczos&lt;/i&gt;, which keeps most of the detail.</source>
        <translation>&lt;b&gt;Comment les autres tailles de pixel sont ramenées à 10 m&lt;/b&gt; : &lt;i&gt;auto&lt;/i&gt; défait la façon dont les pixels d’un produit avaient été portés sur une autre grille, là où il la reconnaît ; il rééchantillonne les autres par &lt;i&gt;lanczos&lt;/i&gt;, qui garde le plus de détails.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Nodata at borders&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; finds borders filled with 0 or 65535 in all bands where the file states no nodata; &lt;i&gt;none&lt;/i&gt; takes them for pixels; a number is nodata where all bands have it.</source>
        <translation>&lt;b&gt;Pixels sans données aux bords&lt;/b&gt; : &lt;i&gt;auto&lt;/i&gt; trouve les bords remplis de 0 ou de 65535 dans toutes les bandes là où le fichier n'indique rien ; &lt;i&gt;none&lt;/i&gt; les prend pour des pixels ; un nombre signifie sans données là où toutes les bandes l'ont.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Enlarge pixels more than 6 times&lt;/b&gt;: pixels above 60 m are refused otherwise; what the network learned cannot be seen in them.</source>
        <translation>&lt;b&gt;Agrandir les pixels plus de 6 fois&lt;/b&gt; : les pixels de plus de 60 m sont refusés sinon ; ce que le réseau a appris ne s'y voit pas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mean height of the ground&lt;/b&gt;: there is less air above high ground, so less is put back over a Level-2A scene; empty for sea level. No product states it; L1C does not need it.</source>
        <translation>&lt;b&gt;Altitude moyenne du sol&lt;/b&gt; : il y a moins d'air au-dessus d'un sol élevé, on en remet donc moins sur une scène de niveau 2A ; vide pour le niveau de la mer. Aucun produit ne l'indique ; le niveau 1C n'en a pas besoin.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;One feature a class&lt;/b&gt;: dissolves the polygons by class, and counts their patches.</source>
        <translation>&lt;b&gt;Une entité par classe&lt;/b&gt; : regroupe les polygones par classe et compte leurs taches.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write rasters as cloud optimized GeoTIFFs&lt;/b&gt;: with overviews, to be read in pieces over the net.</source>
        <translation>&lt;b&gt;Écrire les rasters en GeoTIFF optimisés pour le nuage&lt;/b&gt; : avec des aperçus, pour être lus par morceaux à travers le réseau.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write the style as SLD&lt;/b&gt;: beside the land cover, for map servers; one for QGIS is always there.</source>
        <translation>&lt;b&gt;Écrire le style en SLD&lt;/b&gt; : à côté de l'occupation du sol, pour les serveurs cartographiques ; celui pour QGIS y est toujours.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover&lt;/b&gt;: GeoTIFF of class codes, 0 nodata, 255 Uncertain.</source>
        <translation>&lt;b&gt;Occupation du sol&lt;/b&gt; : GeoTIFF de codes de classe, 0 sans données, 255 Incertain.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the probability, 0 to 1, of each cell's class.</source>
        <translation>&lt;b&gt;Confiance&lt;/b&gt; : la probabilité, de 0 à 1, de la classe de chaque cellule.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover polygons&lt;/b&gt;: GeoPackage with code, class, cells and area_m2.</source>
        <translation>&lt;b&gt;Polygones d'occupation du sol&lt;/b&gt; : GeoPackage avec code, class, cells et area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Areas per class&lt;/b&gt;: CSV table with cells, m² and share.</source>
        <translation>&lt;b&gt;Surfaces par classe&lt;/b&gt; : table CSV avec cellules, m² et part.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>EuroSAT knows no cloud, snow or bare rock: such places get some other class, often with low confidence.</source>
        <translation>EuroSAT ne connaît ni nuage, ni neige, ni roche nue : ces endroits reçoivent une autre classe, souvent avec une faible confiance.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Change between two land-cover maps</source>
        <translation>Changement entre deux cartes d'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell.</source>
        <translation>Dit, cellule par cellule, ce qui a changé d'une carte d'occupation du sol à une autre.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map before</source>
        <translation>Carte avant</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map after</source>
        <translation>Carte après</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed patches</source>
        <translation>Taches changées</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>From-to matrix</source>
        <translation>Matrice de passage</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Compared cells</source>
        <translation>Cellules comparées</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed cells</source>
        <translation>Cellules changées</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed area in ha</source>
        <translation>Surface changée en ha</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Outputs</source>
        <translation>Sorties</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model that names the classes&lt;/b&gt;: a bundle NAME.keras, for maps that do not name their classes themselves.</source>
        <translation>&lt;b&gt;Modèle qui nomme les classes&lt;/b&gt; : un paquet NOM.keras, pour les cartes qui ne nomment pas elles-mêmes leurs classes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: a map of this plugin, or another raster of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Carte d'occupation du sol&lt;/b&gt; : une carte de cette extension, ou un autre raster de codes de classe de 1 à 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Holds a land-cover map against a reference: confusion matrix, overall accuracy and kappa, user's and producer's accuracy and F1 of each class, and areas with 95 % intervals where the reference is a random sample.</source>
        <translation>Confronte une carte d'occupation du sol à une référence : matrice de confusion, exactitude globale et kappa, exactitude de l'utilisateur et du producteur et F1 de chaque classe, et surfaces avec intervalles à 95 % là où la référence est un échantillon aléatoire.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Reference&lt;/b&gt;: labelled points, labelled polygons or a raster of classes, in any CRS. A point is held against the cell that it lies in; of polygons and rasters the class counts that covers most of a cell.</source>
        <translation>&lt;b&gt;Référence&lt;/b&gt; : des points étiquetés, des polygones étiquetés ou un raster de classes, dans n'importe quel SCR. Un point est confronté à la cellule où il se trouve ; pour les polygones et les rasters compte la classe qui couvre le plus d'une cellule.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Field that holds the class&lt;/b&gt;: of points or polygons; empty for &lt;i&gt;reference&lt;/i&gt;, which "Points to label" makes, or the only field.</source>
        <translation>&lt;b&gt;Champ qui contient la classe&lt;/b&gt; : des points ou des polygones ; vide pour &lt;i&gt;reference&lt;/i&gt;, que crée « Points à étiqueter », ou pour l'unique champ.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How values of the reference are matched with classes&lt;/b&gt;: &lt;i&gt;map&lt;/i&gt; by the map's codes, names and titles; &lt;i&gt;corine&lt;/i&gt; by a ready-made grouping of CORINE 2018, by its codes (311), grid codes (23) or names. What matches no class is counted and told.</source>
        <translation>&lt;b&gt;Correspondance entre valeurs de la référence et classes&lt;/b&gt; : &lt;i&gt;map&lt;/i&gt; par les codes, noms et titres de la carte ; &lt;i&gt;corine&lt;/i&gt; par un regroupement tout prêt de CORINE 2018, par ses codes (311), codes de grille (23) ou noms. Ce qui ne correspond à aucune classe est compté et signalé.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table of classes instead&lt;/b&gt;: a CSV with a first line such as reference,class: values of the reference before the column class, the map's class in it; an empty class leaves values out.</source>
        <translation>&lt;b&gt;Table de classes à la place&lt;/b&gt; : un CSV avec une première ligne telle que reference,class : les valeurs de la référence avant la colonne class, et dans celle-ci la classe de la carte ; une classe vide écarte les valeurs.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How the reference was chosen&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; takes points for a random sample within each class of this map, and estimates with the classes' areas (Olofsson et al. 2014); &lt;i&gt;stratified&lt;/i&gt; the same; &lt;i&gt;counts&lt;/i&gt; counts points as they are. Polygons and rasters are always counted, and have no intervals.</source>
        <translation>&lt;b&gt;Comment la référence a été choisie&lt;/b&gt; : &lt;i&gt;auto&lt;/i&gt; prend les points pour un échantillon aléatoire dans chaque classe de cette carte et estime avec les surfaces des classes (Olofsson et al. 2014) ; &lt;i&gt;stratified&lt;/i&gt; de même ; &lt;i&gt;counts&lt;/i&gt; compte les points tels quels. Les polygones et les rasters sont toujours comptés et n'ont pas d'intervalles.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Share of a cell that one reference class must cover&lt;/b&gt;: cells where no class of polygons or a raster covers that much (0 to 1) are left out as mixed.</source>
        <translation>&lt;b&gt;Part d'une cellule qu'une classe de référence doit couvrir&lt;/b&gt; : les cellules où aucune classe des polygones ou du raster ne couvre autant (0 à 1) sont écartées comme mixtes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: one HTML page with everything, to read and to print.</source>
        <translation>&lt;b&gt;Rapport&lt;/b&gt; : une page HTML avec tout, à lire et à imprimer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table&lt;/b&gt;: CSV with a row a class: its row of the matrix, its scores and areas.</source>
        <translation>&lt;b&gt;Table&lt;/b&gt; : CSV avec une ligne par classe : sa ligne de la matrice, ses scores et ses surfaces.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Draws random points within each class of a land-cover map, the strata. Label them by what you see on better images, in their field &lt;i&gt;reference&lt;/i&gt;, then run "Accuracy of a land-cover map".</source>
        <translation>Tire des points au hasard dans chaque classe d'une carte d'occupation du sol, les strates. Étiquetez-les d'après ce que vous voyez sur de meilleures images, dans leur champ &lt;i&gt;reference&lt;/i&gt;, puis lancez « Exactitude d'une carte d'occupation du sol ».</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in all&lt;/b&gt;: empty for as many as the standard error asks for, and rare classes' minimum on top.</source>
        <translation>&lt;b&gt;Points en tout&lt;/b&gt; : vide pour autant que le demande l'erreur type, plus le minimum des classes rares.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Standard error of overall accuracy&lt;/b&gt;: 0.02 makes an interval of about ± 4 %.</source>
        <translation>&lt;b&gt;Erreur type de l'exactitude globale&lt;/b&gt; : 0,02 donne un intervalle d'environ ± 4 %.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;User's accuracy to expect&lt;/b&gt;: a guess from 0 to 1; it decides how many points there must be. Classes may have their own: Forest=0.9,River=0.6,0.8, with the last for all others.</source>
        <translation>&lt;b&gt;Exactitude de l'utilisateur attendue&lt;/b&gt; : une estimation de 0 à 1 ; elle décide du nombre de points. Les classes peuvent avoir la leur : Forest=0.9,River=0.6,0.8, la dernière pour toutes les autres.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How points are shared among classes&lt;/b&gt;: &lt;i&gt;proportional&lt;/i&gt; to their area, in &lt;i&gt;equal&lt;/i&gt; parts, or &lt;i&gt;neyman&lt;/i&gt;: by area and expected error, the best for overall accuracy.</source>
        <translation>&lt;b&gt;Répartition des points entre les classes&lt;/b&gt; : &lt;i&gt;proportional&lt;/i&gt; à leur surface, en parts égales (&lt;i&gt;equal&lt;/i&gt;), ou &lt;i&gt;neyman&lt;/i&gt; : selon la surface et l'erreur attendue, le mieux pour l'exactitude globale.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Leave the map's class out of the file&lt;/b&gt;: so that it cannot sway who labels.</source>
        <translation>&lt;b&gt;Ne pas écrire la classe de la carte dans le fichier&lt;/b&gt; : pour qu'elle n'influence pas qui étiquette.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in a class at least&lt;/b&gt;: 50 where there is room for that.</source>
        <translation>&lt;b&gt;Points par classe au moins&lt;/b&gt; : 50 là où il y a la place.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Place of a point in its cell&lt;/b&gt;: &lt;i&gt;random&lt;/i&gt; makes every place of a class equally likely, and areas right also where cells are mixed; &lt;i&gt;centre&lt;/i&gt; is for labels of whole cells, and draws none twice.</source>
        <translation>&lt;b&gt;Place d'un point dans sa cellule&lt;/b&gt; : &lt;i&gt;random&lt;/i&gt; rend chaque endroit d'une classe également probable, et les surfaces justes aussi là où les cellules sont mixtes ; &lt;i&gt;centre&lt;/i&gt; est pour des étiquettes de cellules entières et n'en tire aucune deux fois.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Seed&lt;/b&gt;: a whole number that draws the same points again.</source>
        <translation>&lt;b&gt;Graine&lt;/b&gt; : un nombre entier qui tire à nouveau les mêmes points.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points&lt;/b&gt;: GeoPackage with id, map_code and map_class (unless left out) and reference, empty. In QGIS a label is chosen from the map's classes.</source>
        <translation>&lt;b&gt;Points&lt;/b&gt; : GeoPackage avec id, map_code et map_class (sauf s'ils sont écartés) et reference, vide. Dans QGIS, une étiquette se choisit parmi les classes de la carte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell. Both maps must have the same cells; of maps of different extent the part that both have is compared.</source>
        <translation>Dit, cellule par cellule, ce qui a changé d'une carte d'occupation du sol à une autre. Les deux cartes doivent avoir les mêmes cellules ; si leurs emprises diffèrent, la partie commune est comparée.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Errors of both maps look like change. Where change matters, draw points in the changed patches and look.</source>
        <translation>Les erreurs des deux cartes ressemblent à du changement. Là où le changement importe, tirez des points dans les taches changées et regardez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map before&lt;/b&gt;, &lt;b&gt;Map after&lt;/b&gt;: maps of this plugin with the same cell size and classes, or other rasters of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Carte avant&lt;/b&gt;, &lt;b&gt;Carte après&lt;/b&gt; : des cartes de cette extension avec la même taille de cellule et les mêmes classes, ou d'autres rasters de codes de classe de 1 à 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changes&lt;/b&gt;: GeoTIFF; the code of a cell is that before × 1000 plus that after, such as 2008 from class 2 to class 8; 0 where a map has no data or is uncertain. Only changes are coloured, as what is there now.</source>
        <translation>&lt;b&gt;Changements&lt;/b&gt; : GeoTIFF ; le code d'une cellule est celui d'avant × 1000 plus celui d'après, tel que 2008 de la classe 2 à la classe 8 ; 0 là où une carte est sans données ou incertaine. Seuls les changements sont colorés, selon ce qui est là maintenant.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changed patches&lt;/b&gt;: GeoPackage of connected cells of one change, with their classes, cells and area_m2.</source>
        <translation>&lt;b&gt;Taches changées&lt;/b&gt; : GeoPackage de cellules contiguës d'un même changement, avec leurs classes, cells et area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;From-to matrix&lt;/b&gt;: CSV in ha, rows before, columns after.</source>
        <translation>&lt;b&gt;Matrice de passage&lt;/b&gt; : CSV en ha, lignes avant, colonnes après.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Makes a print layout (A4, landscape) of a land-cover map: title, map with coordinates, legend with areas, scale bar, north arrow, credits. Scene, date and model are those that the raster states; what it does not state is left out.</source>
        <translation>Fait une mise en page (A4, paysage) d'une carte d'occupation du sol : titre, carte avec coordonnées, légende avec surfaces, barre d'échelle, flèche du nord, sources. La scène, la date et le modèle sont ceux que le raster indique ; ce qu'il n'indique pas est omis.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster. A layer of the project keeps its colours.</source>
        <translation>&lt;b&gt;Carte d'occupation du sol&lt;/b&gt; : le raster. Une couche du projet garde ses couleurs.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;, &lt;b&gt;Scene&lt;/b&gt;: shown beside the map, or below the legend, on the same ground.</source>
        <translation>&lt;b&gt;Confiance&lt;/b&gt;, &lt;b&gt;Scène&lt;/b&gt; : montrées à côté de la carte, ou sous la légende, sur le même terrain.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Title&lt;/b&gt;: yours instead of the one made of date and scene.</source>
        <translation>&lt;b&gt;Titre&lt;/b&gt; : le vôtre au lieu de celui fait de la date et de la scène.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Resolution&lt;/b&gt;: of the PNG, and of the map within PDF and SVG.</source>
        <translation>&lt;b&gt;Résolution&lt;/b&gt; : du PNG, et de la carte dans le PDF et le SVG.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Add it to the project's layouts&lt;/b&gt;: you find it under Project &amp;gt; Layouts and edit it there as any layout. Rasters given as files are added to the project too.</source>
        <translation>&lt;b&gt;L'ajouter aux mises en page du projet&lt;/b&gt; : vous la trouvez sous Projet &amp;gt; Mises en page et l'y modifiez comme toute mise en page. Les rasters donnés en fichiers sont aussi ajoutés au projet.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map to print&lt;/b&gt;: PDF, PNG or SVG, by the ending of its name; leave it out to have the layout alone.</source>
        <translation>&lt;b&gt;Carte à imprimer&lt;/b&gt; : PDF, PNG ou SVG, selon la fin de son nom ; omettez-la pour n'avoir que la mise en page.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Writes all that is known of a land-cover map as one HTML page: the map, areas with a chart, a histogram of confidence, what was recognised of the scene and what was done to it, the model's card, versions, and the command that makes the map again. The page needs no other file and no network.</source>
        <translation>Écrit tout ce qui est connu d'une carte d'occupation du sol en une page HTML : la carte, les surfaces avec un diagramme, un histogramme de la confiance, ce qui a été reconnu de la scène et ce qui en a été fait, la fiche du modèle, les versions, et la commande qui refait la carte. La page n'a besoin d'aucun autre fichier ni du réseau.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster.</source>
        <translation>&lt;b&gt;Carte d'occupation du sol&lt;/b&gt; : le raster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the raster made with it, for the histogram and the mean of each class.</source>
        <translation>&lt;b&gt;Confiance&lt;/b&gt; : le raster fait avec elle, pour l'histogramme et la moyenne de chaque classe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: for a picture beside the map.</source>
        <translation>&lt;b&gt;Scène&lt;/b&gt; : pour une image à côté de la carte.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: the bundle that made the map, where it is none of the plugin's, for its card.</source>
        <translation>&lt;b&gt;Modèle&lt;/b&gt; : le paquet qui a fait la carte, s'il n'est pas de l'extension, pour sa fiche.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: an HTML page, to read and to print.</source>
        <translation>&lt;b&gt;Rapport&lt;/b&gt; : une page HTML, à lire et à imprimer.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/layer_file.py"/>
        <source>{layer} cannot be handed to the worker ({why}).</source>
        <translation>{layer} ne peut être remis au processus de calcul ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Model that names the classes (the map itself)</source>
        <translation>Modèle qui nomme les classes (la carte elle-même)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{title} cannot be opened: choose a raster layer or file of classes.</source>
        <translation>{title} ne peut être ouvert : choisissez une couche raster ou un fichier de classes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: choose the GeoTIFF of a land-cover map.</source>
        <translation>{layer} n'est pas un raster issu d'un fichier : choisissez le GeoTIFF d'une carte d'occupation du sol.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>The reference cannot be opened: choose a layer of points or polygons, or a raster.</source>
        <translation>La référence ne peut être ouverte : choisissez une couche de points ou de polygones, ou un raster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} has no field {field}: choose of {fields}.</source>
        <translation>{layer} n'a pas de champ {field} : choisissez parmi {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Choose the field of {layer} that holds the class: it has {fields}.</source>
        <translation>Choisissez le champ de {layer} qui contient la classe : il y a {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_styles.py"/>
        <source>(not labelled yet)</source>
        <translation>(pas encore étiqueté)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover, {day}</source>
        <translation>Occupation du sol, {day}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover of {scene}</source>
        <translation>Occupation du sol de {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Level-{level}</source>
        <translation>Niveau {level}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>cells of {size} m</source>
        <translation>cellules de {size} m</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>No coordinate reference system: areas are unknown.</source>
        <translation>Pas de système de coordonnées de référence : les surfaces sont inconnues.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <source>In all</source>
        <translation>En tout</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Makes a print layout of a land-cover map, with legend and areas.</source>
        <translation>Fait une mise en page d'une carte d'occupation du sol, avec légende et surfaces.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Confidence, for an inset</source>
        <translation>Confiance, en carton</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Scene, for an inset</source>
        <translation>Scène, en carton</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Title (made of date and scene)</source>
        <translation>Titre (fait de la date et de la scène)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Resolution in dots an inch</source>
        <translation>Résolution en points par pouce</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Add it to the project's layouts, to be edited</source>
        <translation>L'ajouter aux mises en page du projet, pour la modifier</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Layout's name</source>
        <translation>Nom de la mise en page</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The land cover cannot be opened: choose another layer.</source>
        <translation>L'occupation du sol ne peut être ouverte : choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The layout "{name}" is in the project, to be edited.</source>
        <translation>La mise en page « {name} » est dans le projet et peut être modifiée.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be opened: choose a raster from a file.</source>
        <translation>{path} ne peut être ouvert : choisissez un raster issu d'un fichier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>QGIS does not say why</source>
        <translation>QGIS ne dit pas pourquoi</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be written ({why}): choose a folder that exists and that you may write to.</source>
        <translation>{path} ne peut être écrit ({why}) : choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be replaced ({why}).</source>
        <translation>{path} ne peut être remplacé ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report on a land-cover map</source>
        <translation>Rapport sur une carte d'occupation du sol</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Writes areas, confidence, origin and model of a land-cover map as one HTML page.</source>
        <translation>Écrit surfaces, confiance, origine et modèle d'une carte d'occupation du sol en une page HTML.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Confidence, for a histogram</source>
        <translation>Confiance, pour un histogramme</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Scene, for a picture</source>
        <translation>Scène, pour une image</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model that made the map (the plugin's, by its checksum)</source>
        <translation>Modèle qui a fait la carte (celui de l'extension, par sa somme de contrôle)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points to label</source>
        <translation>Points à étiqueter</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Draws random points from each class of a land-cover map, for people to label.</source>
        <translation>Tire des points au hasard dans chaque classe d'une carte d'occupation du sol, à étiqueter.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in all (what the standard error asks for)</source>
        <translation>Points en tout (autant que le demande l'erreur type)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Standard error of overall accuracy, when no number of points is given</source>
        <translation>Erreur type de l'exactitude globale, si aucun nombre de points n'est donné</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>User's accuracy to expect: one for all classes, or Forest=0.9,0.8</source>
        <translation>Exactitude de l'utilisateur attendue : une pour toutes les classes, ou Forest=0.9,0.8</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>How points are shared among classes</source>
        <translation>Répartition des points entre les classes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Leave the map's class out of the file</source>
        <translation>Ne pas écrire la classe de la carte dans le fichier</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in a class at least ({count} where there is room)</source>
        <translation>Points par classe au moins ({count} là où il y a la place)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Place of a point in its cell</source>
        <translation>Place d'un point dans sa cellule</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed, to draw the same points again</source>
        <translation>Graine, pour tirer à nouveau les mêmes points</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Number of points</source>
        <translation>Nombre de points</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed that draws them again</source>
        <translation>Graine qui les tire à nouveau</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Sentinel-2 products (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;All files (*.*)</source>
        <translation>Produits Sentinel-2 (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Scene (Sentinel-2)</source>
        <translation>Scène (Sentinel-2)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Product instead of a layer (SAFE folder, zip or XML, STAC item, band file)</source>
        <translation>Produit au lieu d'une couche (dossier SAFE, zip ou XML, élément STAC, fichier de bande)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>How other pixel sizes are brought to 10 m</source>
        <translation>Comment les autres tailles de pixel sont ramenées à 10 m</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Nodata at borders without a tag: auto, none, or a number</source>
        <translation>Sans données aux bords sans indication : auto, none, ou un nombre</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Enlarge pixels more than 6 times</source>
        <translation>Agrandir les pixels plus de 6 fois</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Mean height of the ground in m, for Level-2A (sea level)</source>
        <translation>Altitude moyenne du sol en m, pour le niveau 2A (niveau de la mer)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>{title}: give a file name that ends in {suffix}, not {file}.</source>
        <translation>{title} : donnez un nom de fichier qui finit par {suffix}, pas {file}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>The worker's last lines:</source>
        <translation>Les dernières lignes du processus de calcul :</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>The Python here ({path}) cannot make environments: its module venv is missing. On Debian and Ubuntu: apt install python3-venv (or python{number}-venv). Then set up again.</source>
        <translation>Le Python d'ici ({path}) ne peut pas créer d'environnements : son module venv manque. Sur Debian et Ubuntu : apt install python3-venv (ou python{number}-venv). Puis réinstallez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found only {versions}</source>
        <translation>trouvé seulement {versions}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found none</source>
        <translation>aucun trouvé</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>TensorFlow needs a 64-bit Python {oldest} to {newest}; this machine has none ({heard}): install one from python.org or your system, or uv, which fetches one; or use an existing environment.</source>
        <translation>TensorFlow a besoin d'un Python 64 bits de {oldest} à {newest} ; cette machine n'en a pas ({heard}) : installez-en un de python.org ou de votre système, ou uv, qui en récupère un ; ou utilisez un environnement existant.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} cannot be started ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>Le Python {path} ne peut être démarré ({why}) : choisissez-en un autre, ou installez l'environnement propre à l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} did not start the worker ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>Le Python {path} n'a pas démarré le processus de calcul ({why}) : choisissez-en un autre, ou installez l'environnement propre à l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker speaks another version of the protocol: restart QGIS to load the plugin anew.</source>
        <translation>Le processus de calcul parle une autre version du protocole : redémarrez QGIS pour recharger l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker gave no reason.</source>
        <translation>Le processus de calcul n'a pas donné de raison.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The next run starts a new one.</source>
        <translation>La prochaine exécution en démarre un nouveau.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>Often this means that memory ran out: close other programs, or classify a smaller extent.</source>
        <translation>Souvent, cela veut dire que la mémoire a manqué : fermez d'autres programmes, ou classez une emprise plus petite.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker process ended before its result ({why}). {advice}</source>
        <translation>Le processus de calcul s'est terminé avant son résultat ({why}). {advice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>it no longer answers</source>
        <translation>il ne répond plus</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>exit status {number}</source>
        <translation>code de sortie {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The run was cancelled; nothing was written.</source>
        <translation>L'exécution a été annulée ; rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Making an environment in {folder} from {python}</source>
        <translation>Création d'un environnement dans {folder} à partir de {python}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Installing packages; this takes a few minutes</source>
        <translation>Installation des paquets ; cela prend quelques minutes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Trying TensorFlow and rasterio</source>
        <translation>Essai de TensorFlow et de rasterio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The new environment cannot be used: {why}</source>
        <translation>Le nouvel environnement n'est pas utilisable : {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{path} cannot be written ({why}): free some disk space, or check your rights there.</source>
        <translation>{path} ne peut être écrit ({why}) : libérez de la place sur le disque, ou vérifiez vos droits à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>No Python here suits TensorFlow: uv fetches one into {folder}</source>
        <translation>Aucun Python ici ne convient à TensorFlow : uv en récupère un dans {folder}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The environment needs {needed} GB and {folder} has only {free} GB free: free some space, or use an existing environment.</source>
        <translation>L'environnement a besoin de {needed} Go et {folder} n'en a que {free} Go libres : libérez de la place, ou utilisez un environnement existant.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds no wheels (*.whl): choose the folder that does, or none to download them.</source>
        <translation>{folder} ne contient aucun wheel (*.whl) : choisissez le dossier qui en contient, ou aucun pour les télécharger.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds other files and is left alone: move them away first.</source>
        <translation>{folder} contient d'autres fichiers et reste intact : déplacez-les d'abord.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The old environment in {folder} cannot be removed ({why}): close what uses it (another QGIS?) and set up again.</source>
        <translation>L'ancien environnement dans {folder} ne peut être supprimé ({why}) : fermez ce qui l'utilise (un autre QGIS ?) et réinstallez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the environment variable EUROSAT_QGIS_PYTHON</source>
        <translation>variable d'environnement EUROSAT_QGIS_PYTHON</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the settings</source>
        <translation>paramètres</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path}, from {origin}, does not exist.</source>
        <translation>{path}, source : {origin}, n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>No environment has been set up.</source>
        <translation>Aucun environnement n'a été installé.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Its set-up was not finished.</source>
        <translation>Son installation n'a pas été terminée.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>The Python that it was made from is no longer there.</source>
        <translation>Le Python dont il a été fait n'est plus là.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It was made for another version of the plugin.</source>
        <translation>Il a été fait pour une autre version de l'extension.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} cannot be started ({why}).</source>
        <translation>{path} ne peut être démarré ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} does not answer.</source>
        <translation>{path} ne répond pas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} is no Python that works{reason}.</source>
        <translation>{path} n'est pas un Python qui fonctionne{reason}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{package} {version} ({oldest} or newer is needed)</source>
        <translation>{package} {version} (il faut {oldest} ou plus récent)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Python {python} is too old: {oldest} or newer is needed.</source>
        <translation>Python {python} est trop ancien : il faut {oldest} ou plus récent.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It lacks {packages}.</source>
        <translation>Il manque {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Too old: {packages}.</source>
        <translation>Trop ancien : {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Classes ({count}): {classes}</source>
        <translation>Classes ({count}) : {classes}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Bands: {bands}</source>
        <translation>Bandes : {bands}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on the validation images before it was trained on them: {percent} %</source>
        <translation>Exactitude sur les images de validation, avant d'être entraîné sur elles : {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on its own validation images: {percent} %</source>
        <translation>Exactitude sur ses propres images de validation : {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Smaller cells: {model}, made for them, {percent} %</source>
        <translation>Cellules plus petites : {model}, fait pour elles, {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Licence: {licence}</source>
        <translation>Licence : {licence}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Cite: {citation}</source>
        <translation>À citer : {citation}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is missing beside its card.</source>
        <translation>{file} manque à côté de sa fiche.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>It has no card that can be read.</source>
        <translation>Il n'a pas de fiche lisible.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is no bundle: choose its .keras file.</source>
        <translation>{file} n'est pas un paquet : choisissez son fichier .keras.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is not the file that you were told of (SHA-256 differs): get it again.</source>
        <translation>{file} n'est pas le fichier qui vous a été indiqué (SHA-256 différent) : récupérez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} is there already: remove that model first.</source>
        <translation>{path} existe déjà : supprimez d'abord ce modèle.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The model cannot be put into {folder} ({why}): choose another folder of models.</source>
        <translation>Le modèle ne peut être placé dans {folder} ({why}) : choisissez un autre dossier de modèles.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The built-in model belongs to the plugin and stays.</source>
        <translation>Le modèle intégré appartient à l'extension et reste.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} cannot be removed ({why}).</source>
        <translation>{path} ne peut être supprimé ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>The scene cannot be opened: choose a raster layer, a raster file or a product.</source>
        <translation>La scène ne peut être ouverte : choisissez une couche raster, un fichier raster ou un produit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>{layer} is a layer of the kind {kind}, which shows pictures and not a scene's numbers: save it as GeoTIFF, or choose a raster from a file.</source>
        <translation>{layer} est une couche de type {kind}, qui montre des images et non les nombres d'une scène : enregistrez-la en GeoTIFF, ou choisissez un raster issu d'un fichier.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>EuroSAT Land Cover has no Python environment yet: open Raster &gt; EuroSAT Land Cover &gt; Set up…, or set EUROSAT_QGIS_PYTHON to a Python with TensorFlow and rasterio.</source>
        <translation>EuroSAT Land Cover n'a pas encore d'environnement Python : ouvrez Raster &gt; EuroSAT Land Cover &gt; Installer…, ou donnez à EUROSAT_QGIS_PYTHON un Python avec TensorFlow et rasterio.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment yet.</source>
        <translation>n'a pas encore d'environnement Python.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>cannot use its Python environment: {why}</source>
        <translation>ne peut utiliser son environnement Python : {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment: {why}</source>
        <translation>n'a pas d'environnement Python : {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>Open Raster &gt; EuroSAT Land Cover &gt; Set up…</source>
        <translation>Ouvrez Raster &gt; EuroSAT Land Cover &gt; Installer…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The set-up was cancelled; nothing was left behind.</source>
        <translation>L'installation a été annulée ; il n'en reste rien.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>uv cannot fetch a Python: check the network connection, or install one from python.org or your system.</source>
        <translation>uv ne peut récupérer de Python : vérifiez la connexion réseau, ou installez-en un de python.org ou de votre système.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python makes environments that do not work: install another from python.org or your system, and set up again.</source>
        <translation>Ce Python crée des environnements qui ne fonctionnent pas : installez-en un autre de python.org ou de votre système, et réinstallez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python cannot make environments: on Debian and Ubuntu, apt install python3-venv. Then set up again.</source>
        <translation>Ce Python ne peut pas créer d'environnements : sur Debian et Ubuntu, apt install python3-venv. Puis réinstallez.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The disk is full: the environment needs about 3 GB.</source>
        <translation>Le disque est plein : l'environnement a besoin d'environ 3 Go.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The proxy refuses the connection: check HTTPS_PROXY or pip's configuration.</source>
        <translation>Le proxy refuse la connexion : vérifiez HTTPS_PROXY ou la configuration de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The secure connection fails: where a proxy opens connections, name its certificate in PIP_CERT or pip's configuration.</source>
        <translation>La connexion sécurisée échoue : là où un proxy ouvre les connexions, indiquez son certificat dans PIP_CERT ou la configuration de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The packages cannot be downloaded: check the network connection, or name your own package index in pip's configuration.</source>
        <translation>Les paquets ne peuvent être téléchargés : vérifiez la connexion réseau, ou indiquez votre propre index de paquets dans la configuration de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>These packages are not the ones this version of the plugin was tried with: fill the folder of wheels anew with pins.txt, or have your package index keep the originals.</source>
        <translation>Ces paquets ne sont pas ceux avec lesquels cette version de l'extension a été essayée : remplissez à nouveau le dossier de wheels avec pins.txt, ou faites garder les originaux à votre index de paquets.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index cannot be reached, or it (or the folder of wheels) has no builds for this Python and system.</source>
        <translation>L'index de paquets est injoignable, ou il n'a (lui ou le dossier de wheels) rien pour ce Python et ce système.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index has no build that fits this Python and system.</source>
        <translation>L'index de paquets n'a rien qui convienne à ce Python et à ce système.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The folder cannot be written: check your rights there.</source>
        <translation>Le dossier ne peut être écrit : vérifiez vos droits à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>no message</source>
        <translation>aucun message</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up was ended by signal {number} ({detail}).</source>
        <translation>Une étape de l'installation a été arrêtée par le signal {number} ({detail}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up failed ({detail}): the log has the details.</source>
        <translation>Une étape de l'installation a échoué ({detail}) : le journal a les détails.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Annual crop</source>
        <translation>Culture annuelle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Forest</source>
        <translation>Forêt</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Herbaceous vegetation</source>
        <translation>Végétation herbacée</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Highway</source>
        <translation>Grand axe routier</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Industrial</source>
        <translation>Industrie</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Pasture</source>
        <translation>Pâturage</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Permanent crop</source>
        <translation>Culture permanente</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Residential</source>
        <translation>Habitat</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>River</source>
        <translation>Rivière</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Sea and lake</source>
        <translation>Mer et lac</translation>
    </message>
</context>
</TS>
