<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>EurosatQgis</name>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>Masked</source>
        <translation>Enmascarado</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cell</source>
        <translation>{count} celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{count} cells</source>
        <translation>{count} celdas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_bars.py"/>
        <source>{area} in {cells}</source>
        <translation>{area} en {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>all</source>
        <translation>todo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The whole scene</source>
        <translation>Toda la escena</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>What the map shows now</source>
        <translation>Lo que el mapa muestra ahora</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>selection</source>
        <translation>selección</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>The selected polygons of the current layer</source>
        <translation>Los polígonos seleccionados de la capa actual</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: rectangle</source>
        <translation>Zona: rectángulo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Draw a rectangle on the map</source>
        <translation>Dibujar un rectángulo en el mapa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No polygon is selected: make a layer of polygons the current one and select some.</source>
        <translation>No hay ningún polígono seleccionado: haga actual una capa de polígonos y seleccione algunos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>No rectangle is drawn yet: draw one on the map.</source>
        <translation>Aún no hay ningún rectángulo dibujado: dibuje uno en el mapa.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/area_row.py"/>
        <source>Area: {choice}</source>
        <translation>Zona: {choice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/background_task.py"/>
        <source>It did not end as it should: QGIS' log has more.</source>
        <translation>No terminó como debía: el registro de QGIS dice más.</translation>
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
        <translation>Cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Land cover polygons</source>
        <translation>Polígonos de cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Starting</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>The run did not end as it should: see the log.</source>
        <translation>La ejecución no terminó como debía: vea el registro.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>Land cover · {scene}</source>
        <translation>Cobertura del suelo · {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/classify_run.py"/>
        <source>{path} was written but cannot be opened: look at it in the browser.</source>
        <translation>{path} se escribió pero no se puede abrir: mírelo en el navegador.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell</source>
        <translation>Lado de una celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Expected cells and time</source>
        <translation>Celdas y tiempo previstos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/detail_row.py"/>
        <source>Side of a cell: {stops}. Half the side, four times the cells.</source>
        <translation>Lado de una celda: {stops}. La mitad del lado, cuatro veces más celdas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelado; no se escribió nada.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>Its algorithms are switched off: switch the provider EuroSAT on again.</source>
        <translation>Sus algoritmos están desactivados: active de nuevo el proveedor EuroSAT.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The project was closed: its run was cancelled, nothing was written.</source>
        <translation>Se cerró el proyecto: su ejecución se canceló y no se escribió nada.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/dock.py"/>
        <source>The map shows no cell of it here: zoom out.</source>
        <translation>El mapa no muestra aquí ninguna celda de ella: aleje el zoom.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{count} pixels</source>
        <translation>{count} píxeles</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>a few seconds</source>
        <translation>unos segundos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>about {time}</source>
        <translation>unos {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/expectation.py"/>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/help_button.py"/>
        <source>Open the help in the browser</source>
        <translation>Abrir la ayuda en el navegador</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Too few valid pixels: the cell has no class.</source>
        <translation>Muy pocos píxeles válidos: la celda no tiene clase.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Masked: the cell has no class.</source>
        <translation>Enmascarado: la celda no tiene clase.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Cell inspected</source>
        <translation>Celda inspeccionada</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Class of the cell</source>
        <translation>Clase de la celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>The window as the network sees it</source>
        <translation>La ventana tal como la ve la red</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Note on the cell</source>
        <translation>Nota sobre la celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}</source>
        <translation>En el mapa: {title}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to keep it; Esc leaves.</source>
        <translation>Pulse para fijarla; Esc para salir.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>Click to look on; Esc leaves.</source>
        <translation>Pulse para soltarla; Esc para salir.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>On the map: {title}.</source>
        <translation>En el mapa: {title}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_panel.py"/>
        <source>As sure is the network.</source>
        <translation>Así de segura está la red.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Uncertain</source>
        <translation>Incierto</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/inspect_tool.py"/>
        <source>no class</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/messages.py"/>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>Other model</source>
        <translation>Otro modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <source>A bundle from a file (NAME.keras)</source>
        <translation>Un paquete de un archivo (NOMBRE.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/model_row.py"/>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Bundles (*.keras)</source>
        <translation>Paquetes (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Card of the model</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address of a model</source>
        <translation>Archivo o dirección de un modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>NAME.keras, or https://… of it</source>
        <translation>NOMBRE.keras, o su dirección https://…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 del modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>SHA-256 that you were told (may be left empty)</source>
        <translation>SHA-256 que le indicaron (puede quedar vacío)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Import the model</source>
        <translation>Importar el modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Remove the model</source>
        <translation>Eliminar el modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Result of the import</source>
        <translation>Resultado de la importación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>File or address</source>
        <translation>Archivo o dirección</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Checksum</source>
        <translation>Suma de verificación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} (built in)</source>
        <translation>{model} (incluido)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is removed.</source>
        <translation>{model} se ha eliminado.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Fetching and checking…</source>
        <translation>Obteniendo y comprobando…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>Importing a model</source>
        <translation>Importando un modelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{model} is imported.</source>
        <translation>{model} se ha importado.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>The address must be of a .keras file, its card (.json) beside it.</source>
        <translation>La dirección debe ser la de un archivo .keras, con su ficha (.json) al lado.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/models_box.py"/>
        <source>{address} cannot be fetched ({why}).</source>
        <translation>No se puede obtener {address} ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>Classifying needs TensorFlow and rasterio. They get a Python environment of their own, once; QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>Para clasificar se necesitan TensorFlow y rasterio. Reciben, una sola vez, su propio entorno de Python; el Python de QGIS queda como está. Nada de lo que abra sale de este equipo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>0.7 GB to download, 2.5 GB on disk, a few minutes.</source>
        <translation>0,7 GB de descarga, 2,5 GB en disco, unos minutos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>First step</source>
        <translation>Primer paso</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>One step before the first map</source>
        <translation>Un paso antes del primer mapa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What is missing</source>
        <translation>Lo que falta</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Use an existing Python…</source>
        <translation>Usar un Python existente…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does</source>
        <translation>Qué hace la instalación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/no_environment_card.py"/>
        <source>What the set-up takes</source>
        <translation>Qué requiere la instalación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Masks, confidence, outputs</source>
        <translation>Máscaras, confianza, salidas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Show masks, confidence, outputs</source>
        <translation>Mostrar máscaras, confianza, salidas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Leave out thick cloud</source>
        <translation>Excluir las nubes densas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>A simple test for what is bright, white and wide. A scene classification (SCL) of the product is used by itself where it has one.</source>
        <translation>Una prueba sencilla de lo que es claro, blanco y extenso. La clasificación de escena (SCL) del producto se usa por sí sola si la tiene.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons, or a raster of which all that is not 0 is masked.</source>
        <translation>Polígonos, o un ráster del que se enmascara todo lo que no es 0.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum confidence</source>
        <translation>Confianza mínima</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>any confidence</source>
        <translation>cualquier confianza</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Cells whose class is less probable become Uncertain.</source>
        <translation>Las celdas cuya clase es menos probable pasan a Incierto.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Confidence as a second layer</source>
        <translation>Confianza como segunda capa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Polygons as a layer</source>
        <translation>Polígonos como capa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save the land cover as</source>
        <translation>Guardar la cobertura del suelo como</translation>
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
        <translation>archivo temporal</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Minimum</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_box.py"/>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python of the worker</source>
        <translation>Python del proceso de cálculo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the plugin's own environment</source>
        <translation>el entorno propio del complemento</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Idle minutes</source>
        <translation>Minutos de inactividad</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>So long the worker keeps the network loaded, some 600 MB.</source>
        <translation>El tiempo que el proceso de cálculo mantiene la red cargada, unos 600 MB.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>all there are</source>
        <translation>todos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>What a run takes at most, so that QGIS has the rest.</source>
        <translation>Lo máximo que toma una ejecución, para que QGIS tenga el resto.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>as needed</source>
        <translation>según necesidad</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>bfloat16 where the processor has it</source>
        <translation>bfloat16 donde el procesador lo tenga</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cells of 640 m take three quarters of the time; one class in 10,000 differs.</source>
        <translation>Las celdas de 640 m tardan tres cuartas partes del tiempo; cambia una clase de cada 10.000.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell size offered first</source>
        <translation>Tamaño de celda ofrecido primero</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>{size} ({count} pixels of 10 m)</source>
        <translation>{size} ({count} píxeles de 10 m)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Model offered first</source>
        <translation>Modelo ofrecido primero</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Folder of models</source>
        <translation>Carpeta de modelos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Worker</source>
        <translation>Proceso de cálculo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Leaves after</source>
        <translation>Termina tras</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Raster &gt; EuroSAT Land Cover &gt; Set up… checks a Python before it is taken.</source>
        <translation>Ráster &gt; EuroSAT Land Cover &gt; Instalar… comprueba un Python antes de tomarlo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Note on the worker</source>
        <translation>Nota sobre el proceso de cálculo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Help on this page</source>
        <translation>Ayuda sobre esta página</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Offered first</source>
        <translation>Ofrecido primero</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/options_page.py"/>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>What was recognised</source>
        <translation>Lo que se reconoció</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Reasons</source>
        <translation>Razones</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>How numbers store reflectance</source>
        <translation>Cómo guardan los números la reflectancia</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Atmosphere</source>
        <translation>Atmósfera</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>auto, or places such as 4,3,2</source>
        <translation>auto, o posiciones como 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene to see what it is.</source>
        <translation>Elija una escena para ver qué es.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/reading_line.py"/>
        <source>Click for the reasons, and to overrule them.</source>
        <translation>Pulse para ver las razones y para cambiarlas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Area</source>
        <translation>Zona</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Choose a scene first.</source>
        <translation>Elija primero una escena.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>Looking at the scene…</source>
        <translation>Examinando la escena…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/request_form.py"/>
        <source>about {cells}</source>
        <translation>unas {cells}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map shown</source>
        <translation>Mapa mostrado</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Opacity of the land cover</source>
        <translation>Opacidad de la cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Left: the scene. Right: the land cover.</source>
        <translation>Izquierda: la escena. Derecha: la cobertura del suelo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Inspect</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>See what the network sees of a cell, and how sure it is</source>
        <translation>Ver lo que la red ve de una celda y lo segura que está</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>All of it in one HTML file</source>
        <translation>Todo en un archivo HTML</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Map to print: PDF, PNG or SVG</source>
        <translation>Mapa para imprimir: PDF, PNG o SVG</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Map to print</source>
        <translation>Mapa para imprimir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Save the areas or the map</source>
        <translation>Guardar las superficies o el mapa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas as CSV…</source>
        <translation>Superficies como CSV…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Copy areas</source>
        <translation>Copiar superficies</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Land cover as GeoTIFF…</source>
        <translation>Cobertura del suelo como GeoTIFF…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>They have no class.</source>
        <translation>No tienen clase.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Click to see where it is.</source>
        <translation>Pulse para ver dónde está.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in the clipboard: paste them into a table.</source>
        <translation>Las superficies están en el portapapeles: péguelas en una tabla.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>Areas</source>
        <translation>Superficies</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The areas are in {path}.</source>
        <translation>Las superficies están en {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path} already.</source>
        <translation>La cobertura del suelo ya está en {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>The land cover is in {path}.</source>
        <translation>La cobertura del suelo está en {path}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/results_view.py"/>
        <source>{path} cannot be written ({why}): choose another place.</source>
        <translation>No se puede escribir {path} ({why}): elija otro lugar.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Classify</source>
        <translation>Clasificar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Progress of the run</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <source>Cancel the run</source>
        <translation>Cancelar la ejecución</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/run_row.py"/>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Scenes and products (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;All files (*.*)</source>
        <translation>Escenas y productos (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson);;Todos los archivos (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Choose a Sentinel-2 scene</source>
        <translation>Elija una escena Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Other scene</source>
        <translation>Otra escena</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>A file, a product or an address</source>
        <translation>Un archivo, un producto o una dirección</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>File, zip or STAC item…</source>
        <translation>Archivo, zip o elemento STAC…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder…</source>
        <translation>Carpeta SAFE…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address…</source>
        <translation>Dirección…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Address of a scene</source>
        <translation>Dirección de una escena</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>https://… of a raster or STAC item, then Enter</source>
        <translation>https://… de un ráster o elemento STAC, luego Intro</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>Sentinel-2 scene</source>
        <translation>Escena Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_row.py"/>
        <source>SAFE folder</source>
        <translation>Carpeta SAFE</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-1C</source>
        <translation>Nivel 1C</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>Level-2A</source>
        <translation>Nivel 2A</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>level not known</source>
        <translation>nivel desconocido</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>baseline {number}</source>
        <translation>baseline {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>offset {number}</source>
        <translation>desplazamiento {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>air added</source>
        <translation>aire añadido</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>{count} bands</source>
        <translation>{count} bandas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/scene_words.py"/>
        <source>no bands found</source>
        <translation>no se hallaron bandas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Classifying needs TensorFlow and rasterio. They go into a Python environment of their own, so that QGIS' own Python stays as it is. Nothing you open leaves this machine.</source>
        <translation>Para clasificar se necesitan TensorFlow y rasterio. Van a su propio entorno de Python, para que el Python de QGIS quede como está. Nada de lo que abra sale de este equipo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>about 2.5 GB on disk, 0.7 GB to download; a few minutes</source>
        <translation>unos 2,5 GB en disco, 0,7 GB de descarga; unos minutos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EuroSAT Land Cover: Python environment</source>
        <translation>EuroSAT Land Cover: entorno de Python</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Environment in use</source>
        <translation>Entorno en uso</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Result of the set-up</source>
        <translation>Resultado de la instalación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Progress of the set-up</source>
        <translation>Progreso de la instalación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Log of the set-up</source>
        <translation>Registro de la instalación</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>What the set-up does appears here.</source>
        <translation>Lo que hace la instalación aparece aquí.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>downloaded from the package index</source>
        <translation>descargados del índice de paquetes</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>For machines without a network: a folder that holds every package as a wheel (*.whl), made on another machine with pip download.</source>
        <translation>Para equipos sin red: una carpeta que contiene cada paquete como wheel (*.whl), preparada en otro equipo con pip download.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Copy a report for whoever helps: versions, paths, what failed.</source>
        <translation>Copia un informe para quien le ayude: versiones, rutas, qué falló.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Remove the environment</source>
        <translation>Eliminar el entorno</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Installs</source>
        <translation>Instala</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Takes</source>
        <translation>Requiere</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{title}:</source>
        <translation>{title}:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Packages:</source>
        <translation>Paquetes:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>In use:</source>
        <translation>En uso:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>none. {why}</source>
        <translation>ninguno. {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} (from {origin})</source>
        <translation>{path} (origen: {origin})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Set up again</source>
        <translation>Reinstalar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Setting up EuroSAT Land Cover</source>
        <translation>Instalando EuroSAT Land Cover</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>A Python with TensorFlow and rasterio</source>
        <translation>Un Python con TensorFlow y rasterio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Checking {file}</source>
        <translation>Comprobando {file}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Looking at the environment</source>
        <translation>Examinando el entorno</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Press again to remove</source>
        <translation>Pulse otra vez para eliminar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>This removes {folder}. Maps and settings stay.</source>
        <translation>Esto elimina {folder}. Los mapas y la configuración se conservan.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Removing the environment</source>
        <translation>Eliminando el entorno</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The report is in the clipboard: paste it where you ask for help.</source>
        <translation>El informe está en el portapapeles: péguelo donde pida ayuda.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>The environment is removed.</source>
        <translation>El entorno se ha eliminado.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>Ready: Python {python} with TensorFlow {tensorflow}.</source>
        <translation>Listo: Python {python} con TensorFlow {tensorflow}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>EUROSAT_QGIS_PYTHON is set and goes before it.</source>
        <translation>EUROSAT_QGIS_PYTHON está definida y tiene prioridad.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/setup_page.py"/>
        <source>{path} cannot be used. {why} Choose another, or set up the plugin's own.</source>
        <translation>No se puede usar {path}. {why} Elija otro, o instale el propio del complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/gui/widgets.py"/>
        <source>{name}: choose</source>
        <translation>{name}: elegir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>All options…</source>
        <translation>Todas las opciones…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Open sample scene</source>
        <translation>Abrir la escena de ejemplo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Land-cover map</source>
        <translation>Mapa de cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/plugin.py"/>
        <source>Set up EuroSAT Land Cover</source>
        <translation>Instalar EuroSAT Land Cover</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Area of interest (polygons; all of the scene)</source>
        <translation>Área de interés (polígonos; toda la escena)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Mask (raster, not 0 is masked, or polygons)</source>
        <translation>Máscara (ráster, se enmascara todo menos 0, o polígonos)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Scene classification, SCL (the product's own)</source>
        <translation>Clasificación de escena, SCL (la del producto)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Classes of the scene classification to leave out</source>
        <translation>Clases de la clasificación de escena que se excluyen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Leave out what looks like thick cloud</source>
        <translation>Excluir lo que parece nube densa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>Share of masked pixels over which a cell is left out</source>
        <translation>Proporción de píxeles enmascarados a partir de la cual se excluye una celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The area cannot be opened: choose a layer of polygons.</source>
        <translation>No se puede abrir la zona: elija una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>{layer} holds no polygons to take, or none is selected: select some, or choose another layer.</source>
        <translation>{layer} no contiene polígonos, o ninguno está seleccionado: seleccione algunos o elija otra capa.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <source>The mask cannot be opened: choose another layer or file.</source>
        <translation>No se puede abrir la máscara: elija otra capa u otro archivo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/area_and_masks.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: save it as GeoTIFF first.</source>
        <translation>{layer} no es un ráster de un archivo: guárdelo primero como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>in all</source>
        <translation>en total</translation>
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
        <translation>celdas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>Masked: {count} of {total} cells{area} ({masks}).</source>
        <translation>Enmascarado: {count} de {total} celdas{area} ({masks}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/areas_table.py"/>
        <source>The area of interest itself has {area} km²: cells that touch it count as a whole.</source>
        <translation>El área de interés misma tiene {area} km²: las celdas que la tocan cuentan enteras.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Accuracy of a land-cover map</source>
        <translation>Exactitud de un mapa de cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Holds a land-cover map against reference points, polygons or a raster.</source>
        <translation>Contrasta un mapa de cobertura del suelo con puntos, polígonos o un ráster de referencia.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Reference (points, polygons or a raster)</source>
        <translation>Referencia (puntos, polígonos o un ráster)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Field that holds the class (reference)</source>
        <translation>Campo que contiene la clase (reference)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How values of the reference are matched with classes</source>
        <translation>Cómo se asignan los valores de la referencia a las clases</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table of classes instead</source>
        <translation>Tabla de clases en su lugar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Cómo se eligió la referencia</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Share of a cell that one reference class must cover</source>
        <translation>Proporción de una celda que una clase de referencia debe cubrir</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Reports (*.html)</source>
        <translation>Informes (*.html)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitud global</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Half width of its 95 % interval</source>
        <translation>Semiancho de su intervalo del 95 %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/assess.py"/>
        <source>Points or cells compared</source>
        <translation>Puntos o celdas comparados</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>One feature a class in the polygons</source>
        <translation>Un objeto por clase en los polígonos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write rasters as cloud optimized GeoTIFFs</source>
        <translation>Escribir los rásteres como GeoTIFF optimizados para la nube (COG)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Write the style as SLD too, for map servers</source>
        <translation>Escribir también el estilo como SLD, para servidores de mapas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classifies a Sentinel-2 scene into land-cover classes with a neural network.</source>
        <translation>Clasifica una escena Sentinel-2 en clases de cobertura del suelo con una red neuronal.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cell size in pixels of the scene ({sizes})</source>
        <translation>Tamaño de celda en píxeles de la escena ({sizes})</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Extent (all of the scene)</source>
        <translation>Extensión (toda la escena)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Minimum confidence (cells below it become Uncertain)</source>
        <translation>Confianza mínima (las celdas por debajo pasan a Incierto)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Model (the built-in one)</source>
        <translation>Modelo (el incluido)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model bundles (*.keras)</source>
        <translation>Paquetes de modelo (*.keras)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Bands that hold red, green, blue: auto, or places such as 4,3,2</source>
        <translation>Bandas con rojo, verde, azul: auto, o posiciones como 4,3,2</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>What brings Level-2A to the top of the atmosphere</source>
        <translation>Lo que lleva el nivel 2A al tope de la atmósfera</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Areas per class</source>
        <translation>Superficies por clase</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Classified cells</source>
        <translation>Celdas clasificadas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>Masked cells</source>
        <translation>Celdas enmascaradas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>A cell of {cell} pixels is not possible: choose {sizes}.</source>
        <translation>Una celda de {cell} píxeles no es posible: elija {sizes}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify.py"/>
        <source>The minimum confidence must be 0 or more, and less than 1.</source>
        <translation>La confianza mínima debe ser 0 o más, y menor que 1.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>Gives every cell of a Sentinel-2 scene a land-cover class, with a neural network trained on EuroSAT (10 m pixels, Level-1C). Nothing you open leaves this machine.</source>
        <translation>Da a cada celda de una escena Sentinel-2 una clase de cobertura del suelo, con una red neuronal entrenada con EuroSAT (píxeles de 10 m, nivel 1C). Nada de lo que abra sale de este equipo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: a raster of reflectance with at least the bands red, green and blue: GeoTIFF, JPEG 2000 or whatever else GDAL reads from a file or an address. Numbers as the scene has them; no stretch. Pixels of other sizes, or in degrees or feet, are brought to 10 m.</source>
        <translation>&lt;b&gt;Escena&lt;/b&gt;: un ráster de reflectancia con al menos las bandas roja, verde y azul: GeoTIFF, JPEG 2000 o lo que GDAL lea de un archivo o una dirección. Los números tal como los tiene la escena; sin realce. Los píxeles de otros tamaños, o en grados o pies, se llevan a 10 m.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Product&lt;/b&gt;: what QGIS does not load as one layer: a SAFE folder, its zip or XML, a STAC item (also an address), or one of the files of a scene whose bands lie in files of their own.</source>
        <translation>&lt;b&gt;Producto&lt;/b&gt;: lo que QGIS no carga como una sola capa: una carpeta SAFE, su zip o XML, un elemento STAC (también una dirección), o uno de los archivos de una escena cuyas bandas tienen archivos propios.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Cell size&lt;/b&gt;: each cell of 64, 32, 16 or 8 pixels (640, 320, 160 or 80 m at 10 m pixels) gets the class of the 64-pixel window around it. For cells of less than 64 pixels the built-in model is one made for them.</source>
        <translation>&lt;b&gt;Tamaño de celda&lt;/b&gt;: cada celda de 64, 32, 16 u 8 píxeles (640, 320, 160 u 80 m con píxeles de 10 m) recibe la clase de la ventana de 64 píxeles que la rodea. Para celdas de menos de 64 píxeles, el modelo incluido es uno hecho para ellas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Extent&lt;/b&gt;: only this part, in any CRS; empty for all of the scene.</source>
        <translation>&lt;b&gt;Extensión&lt;/b&gt;: solo esta parte, en cualquier SRC; vacío para toda la escena.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Area of interest&lt;/b&gt;: only the cells that touch these polygons, in any CRS, all or the selected ones; nothing else is read. Holes stay out.</source>
        <translation>&lt;b&gt;Área de interés&lt;/b&gt;: solo las celdas que tocan estos polígonos, en cualquier SRC, todos o los seleccionados; no se lee nada más. Los huecos quedan fuera.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Minimum confidence&lt;/b&gt;: cells whose class is less probable than this (0 to 1) become Uncertain. 0 keeps every class.</source>
        <translation>&lt;b&gt;Confianza mínima&lt;/b&gt;: las celdas cuya clase es menos probable (de 0 a 1) pasan a Incierto. 0 conserva todas las clases.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: a bundle NAME.keras with its card NAME.json beside it; empty for the one of the settings, &lt;i&gt;built-in.keras&lt;/i&gt; for the plugin's own.</source>
        <translation>&lt;b&gt;Modelo&lt;/b&gt;: un paquete NOMBRE.keras con su ficha NOMBRE.json al lado; vacío para el de los ajustes, &lt;i&gt;built-in.keras&lt;/i&gt; para el del complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Bands&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; goes by the bands' descriptions; otherwise the places of red, green and blue, such as 4,3,2.</source>
        <translation>&lt;b&gt;Bandas&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; sigue las descripciones de las bandas; si no, las posiciones de rojo, verde y azul, como 4,3,2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How numbers store reflectance&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; decides and says why; &lt;i&gt;dn&lt;/i&gt; is reflectance × 10000; &lt;i&gt;dn1000&lt;/i&gt; the same plus 1000 (products since baseline 04.00); &lt;i&gt;reflectance&lt;/i&gt; is 0 to 1, &lt;i&gt;reflectance_added&lt;/i&gt; that plus 0.1; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; and &lt;i&gt;dn65535&lt;/i&gt; are it times 1000, 255 and 65535; &lt;i&gt;eurosat8&lt;/i&gt; are EuroSAT's own 8-bit images; &lt;i&gt;tci_l1c&lt;/i&gt; and &lt;i&gt;tci_l2a&lt;/i&gt; are true-colour images of the product; &lt;i&gt;display8&lt;/i&gt; is any other picture, matched to EuroSAT's colours.</source>
        <translation>&lt;b&gt;Cómo guardan los números la reflectancia&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; decide y dice por qué; &lt;i&gt;dn&lt;/i&gt; es reflectancia × 10000; &lt;i&gt;dn1000&lt;/i&gt; lo mismo más 1000 (productos desde la baseline 04.00); &lt;i&gt;reflectance&lt;/i&gt; va de 0 a 1, &lt;i&gt;reflectance_added&lt;/i&gt; eso más 0,1; &lt;i&gt;reflectance1000&lt;/i&gt;, &lt;i&gt;reflectance255&lt;/i&gt; y &lt;i&gt;dn65535&lt;/i&gt; son ella por 1000, 255 y 65535; &lt;i&gt;eurosat8&lt;/i&gt; son las imágenes de 8 bits de EuroSAT; &lt;i&gt;tci_l1c&lt;/i&gt; y &lt;i&gt;tci_l2a&lt;/i&gt; son imágenes en color verdadero del producto; &lt;i&gt;display8&lt;/i&gt; es cualquier otra imagen, ajustada a los colores de EuroSAT.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;What brings Level-2A to the top of the atmosphere&lt;/b&gt;: networks learned from Level-1C, with the air still in. &lt;i&gt;auto&lt;/i&gt; puts a standard atmosphere over Level-2A scenes and over no others; &lt;i&gt;none&lt;/i&gt; never does; &lt;i&gt;standard&lt;/i&gt; always.</source>
        <translation>&lt;b&gt;Lo que lleva el nivel 2A al tope de la atmósfera&lt;/b&gt;: las redes aprendieron del nivel 1C, con el aire aún dentro. &lt;i&gt;auto&lt;/i&gt; pone una atmósfera estándar sobre las escenas de nivel 2A y sobre ninguna otra; &lt;i&gt;none&lt;/i&gt; nunca; &lt;i&gt;standard&lt;/i&gt; siempre.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mask&lt;/b&gt;: a raster in any CRS, of which all that is not 0 is masked, or polygons.</source>
        <translation>&lt;b&gt;Máscara&lt;/b&gt;: un ráster en cualquier SRC, del que se enmascara todo lo que no es 0, o polígonos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Scene classification&lt;/b&gt;: the SCL of Level-2A; the product's own is used where it has one.</source>
        <translation>&lt;b&gt;Clasificación de escena&lt;/b&gt;: la SCL del nivel 2A; se usa la del producto si la tiene.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Classes of the scene classification to leave out&lt;/b&gt;: those ticked are masked.</source>
        <translation>&lt;b&gt;Clases de la clasificación de escena que se excluyen&lt;/b&gt;: las marcadas se enmascaran.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Leave out what looks like thick cloud&lt;/b&gt;: for scenes without a scene classification; a simple test for what is bright, white and wide. Thin cloud and cloud shadow stay.</source>
        <translation>&lt;b&gt;Excluir lo que parece nube densa&lt;/b&gt;: para escenas sin clasificación de escena; una prueba sencilla de lo que es claro, blanco y extenso. Las nubes finas y las sombras de nubes quedan.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Share of masked pixels over which a cell is left out&lt;/b&gt;: of the cell, or of the window around it; in cells that stay, masked pixels count as nodata.</source>
        <translation>&lt;b&gt;Proporción de píxeles enmascarados a partir de la cual se excluye una celda&lt;/b&gt;: de la celda, o de la ventana que la rodea; en las celdas que quedan, los píxeles enmascarados cuentan como sin datos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;How other pixel sizes are brought to 10 m&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; undoes how a product's pixels had been brought to another grid, where it can tell; others it resamples by &lt;i&gt;lanczos&lt;/i&gt;, which keeps most of the detail.</source>
        <translation>&lt;b&gt;Cómo se llevan otros tamaños de píxel a 10 m&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; deshace la forma en que los píxeles de un producto se habían llevado a otra cuadrícula, donde puede reconocerla; los demás los remuestrea con &lt;i&gt;lanczos&lt;/i&gt;, que conserva la mayor parte del detalle.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Nodata at borders&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; finds borders filled with 0 or 65535 in all bands where the file states no nodata; &lt;i&gt;none&lt;/i&gt; takes them for pixels; a number is nodata where all bands have it.</source>
        <translation>&lt;b&gt;Sin datos en los bordes&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; halla bordes rellenos con 0 o 65535 en todas las bandas donde el archivo no indica nada; &lt;i&gt;none&lt;/i&gt; los toma por píxeles; un número significa sin datos donde todas las bandas lo tienen.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Enlarge pixels more than 6 times&lt;/b&gt;: pixels above 60 m are refused otherwise; what the network learned cannot be seen in them.</source>
        <translation>&lt;b&gt;Ampliar los píxeles más de 6 veces&lt;/b&gt;: los píxeles de más de 60 m se rechazan si no; lo que la red aprendió no se ve en ellos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Mean height of the ground&lt;/b&gt;: there is less air above high ground, so less is put back over a Level-2A scene; empty for sea level. No product states it; L1C does not need it.</source>
        <translation>&lt;b&gt;Altura media del terreno&lt;/b&gt;: hay menos aire sobre un terreno alto, así que se repone menos sobre una escena de nivel 2A; vacío para el nivel del mar. Ningún producto la indica; el nivel 1C no la necesita.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;One feature a class&lt;/b&gt;: dissolves the polygons by class, and counts their patches.</source>
        <translation>&lt;b&gt;Un objeto por clase&lt;/b&gt;: disuelve los polígonos por clase y cuenta sus manchas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write rasters as cloud optimized GeoTIFFs&lt;/b&gt;: with overviews, to be read in pieces over the net.</source>
        <translation>&lt;b&gt;Escribir los rásteres como GeoTIFF optimizados para la nube&lt;/b&gt;: con vistas generales, para leerlos por partes a través de la red.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Write the style as SLD&lt;/b&gt;: beside the land cover, for map servers; one for QGIS is always there.</source>
        <translation>&lt;b&gt;Escribir el estilo como SLD&lt;/b&gt;: junto a la cobertura del suelo, para servidores de mapas; el de QGIS está siempre.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover&lt;/b&gt;: GeoTIFF of class codes, 0 nodata, 255 Uncertain.</source>
        <translation>&lt;b&gt;Cobertura del suelo&lt;/b&gt;: GeoTIFF de códigos de clase, 0 sin datos, 255 Incierto.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the probability, 0 to 1, of each cell's class.</source>
        <translation>&lt;b&gt;Confianza&lt;/b&gt;: la probabilidad, de 0 a 1, de la clase de cada celda.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Land cover polygons&lt;/b&gt;: GeoPackage with code, class, cells and area_m2.</source>
        <translation>&lt;b&gt;Polígonos de cobertura del suelo&lt;/b&gt;: GeoPackage con code, class, cells y area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>&lt;b&gt;Areas per class&lt;/b&gt;: CSV table with cells, m² and share.</source>
        <translation>&lt;b&gt;Superficies por clase&lt;/b&gt;: tabla CSV con celdas, m² y proporción.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/classify_help.py"/>
        <source>EuroSAT knows no cloud, snow or bare rock: such places get some other class, often with low confidence.</source>
        <translation>EuroSAT no conoce nubes, nieve ni roca desnuda: esos lugares reciben alguna otra clase, a menudo con poca confianza.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Change between two land-cover maps</source>
        <translation>Cambio entre dos mapas de cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell.</source>
        <translation>Dice, celda a celda, qué cambió de un mapa de cobertura del suelo a otro.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map before</source>
        <translation>Mapa anterior</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Map after</source>
        <translation>Mapa posterior</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed patches</source>
        <translation>Manchas cambiadas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>From-to matrix</source>
        <translation>Matriz de transición</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Compared cells</source>
        <translation>Celdas comparadas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed cells</source>
        <translation>Celdas cambiadas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/compare.py"/>
        <source>Changed area in ha</source>
        <translation>Superficie cambiada en ha</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model that names the classes&lt;/b&gt;: a bundle NAME.keras, for maps that do not name their classes themselves.</source>
        <translation>&lt;b&gt;Modelo que nombra las clases&lt;/b&gt;: un paquete NOMBRE.keras, para mapas que no nombran ellos mismos sus clases.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: a map of this plugin, or another raster of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Mapa de cobertura del suelo&lt;/b&gt;: un mapa de este complemento, u otro ráster de códigos de clase de 1 a 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Holds a land-cover map against a reference: confusion matrix, overall accuracy and kappa, user's and producer's accuracy and F1 of each class, and areas with 95 % intervals where the reference is a random sample.</source>
        <translation>Contrasta un mapa de cobertura del suelo con una referencia: matriz de confusión, exactitud global y kappa, exactitud del usuario y del productor y F1 de cada clase, y superficies con intervalos del 95 % donde la referencia es una muestra aleatoria.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Reference&lt;/b&gt;: labelled points, labelled polygons or a raster of classes, in any CRS. A point is held against the cell that it lies in; of polygons and rasters the class counts that covers most of a cell.</source>
        <translation>&lt;b&gt;Referencia&lt;/b&gt;: puntos etiquetados, polígonos etiquetados o un ráster de clases, en cualquier SRC. Un punto se contrasta con la celda en que está; de polígonos y rásteres cuenta la clase que cubre la mayor parte de una celda.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Field that holds the class&lt;/b&gt;: of points or polygons; empty for &lt;i&gt;reference&lt;/i&gt;, which "Points to label" makes, or the only field.</source>
        <translation>&lt;b&gt;Campo que contiene la clase&lt;/b&gt;: de los puntos o polígonos; vacío para &lt;i&gt;reference&lt;/i&gt;, que crea «Puntos para etiquetar», o para el único campo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How values of the reference are matched with classes&lt;/b&gt;: &lt;i&gt;map&lt;/i&gt; by the map's codes, names and titles; &lt;i&gt;corine&lt;/i&gt; by a ready-made grouping of CORINE 2018, by its codes (311), grid codes (23) or names. What matches no class is counted and told.</source>
        <translation>&lt;b&gt;Cómo se asignan los valores de la referencia a las clases&lt;/b&gt;: &lt;i&gt;map&lt;/i&gt; por los códigos, nombres y títulos del mapa; &lt;i&gt;corine&lt;/i&gt; por una agrupación ya hecha de CORINE 2018, por sus códigos (311), códigos de malla (23) o nombres. Lo que no corresponde a ninguna clase se cuenta y se indica.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table of classes instead&lt;/b&gt;: a CSV with a first line such as reference,class: values of the reference before the column class, the map's class in it; an empty class leaves values out.</source>
        <translation>&lt;b&gt;Tabla de clases en su lugar&lt;/b&gt;: un CSV con una primera línea como reference,class: los valores de la referencia antes de la columna class, y en ella la clase del mapa; una clase vacía excluye los valores.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How the reference was chosen&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; takes points for a random sample within each class of this map, and estimates with the classes' areas (Olofsson et al. 2014); &lt;i&gt;stratified&lt;/i&gt; the same; &lt;i&gt;counts&lt;/i&gt; counts points as they are. Polygons and rasters are always counted, and have no intervals.</source>
        <translation>&lt;b&gt;Cómo se eligió la referencia&lt;/b&gt;: &lt;i&gt;auto&lt;/i&gt; toma los puntos por una muestra aleatoria dentro de cada clase de este mapa y estima con las superficies de las clases (Olofsson et al. 2014); &lt;i&gt;stratified&lt;/i&gt; lo mismo; &lt;i&gt;counts&lt;/i&gt; cuenta los puntos tal como son. Los polígonos y rásteres siempre se cuentan y no tienen intervalos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Share of a cell that one reference class must cover&lt;/b&gt;: cells where no class of polygons or a raster covers that much (0 to 1) are left out as mixed.</source>
        <translation>&lt;b&gt;Proporción de una celda que una clase de referencia debe cubrir&lt;/b&gt;: las celdas donde ninguna clase de los polígonos o del ráster cubre tanto (de 0 a 1) se excluyen por mixtas.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: one HTML page with everything, to read and to print.</source>
        <translation>&lt;b&gt;Informe&lt;/b&gt;: una página HTML con todo, para leer e imprimir.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Table&lt;/b&gt;: CSV with a row a class: its row of the matrix, its scores and areas.</source>
        <translation>&lt;b&gt;Tabla&lt;/b&gt;: CSV con una fila por clase: su fila de la matriz, sus medidas y superficies.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Draws random points within each class of a land-cover map, the strata. Label them by what you see on better images, in their field &lt;i&gt;reference&lt;/i&gt;, then run "Accuracy of a land-cover map".</source>
        <translation>Extrae puntos al azar dentro de cada clase de un mapa de cobertura del suelo, los estratos. Etiquételos según lo que vea en mejores imágenes, en su campo &lt;i&gt;reference&lt;/i&gt;, y ejecute luego «Exactitud de un mapa de cobertura del suelo».</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in all&lt;/b&gt;: empty for as many as the standard error asks for, and rare classes' minimum on top.</source>
        <translation>&lt;b&gt;Puntos en total&lt;/b&gt;: vacío para tantos como pida el error estándar, más el mínimo de las clases raras.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Standard error of overall accuracy&lt;/b&gt;: 0.02 makes an interval of about ± 4 %.</source>
        <translation>&lt;b&gt;Error estándar de la exactitud global&lt;/b&gt;: 0,02 da un intervalo de unos ± 4 %.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;User's accuracy to expect&lt;/b&gt;: a guess from 0 to 1; it decides how many points there must be. Classes may have their own: Forest=0.9,River=0.6,0.8, with the last for all others.</source>
        <translation>&lt;b&gt;Exactitud del usuario esperada&lt;/b&gt;: una estimación de 0 a 1; decide cuántos puntos debe haber. Las clases pueden tener la suya: Forest=0.9,River=0.6,0.8, con la última para todas las demás.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;How points are shared among classes&lt;/b&gt;: &lt;i&gt;proportional&lt;/i&gt; to their area, in &lt;i&gt;equal&lt;/i&gt; parts, or &lt;i&gt;neyman&lt;/i&gt;: by area and expected error, the best for overall accuracy.</source>
        <translation>&lt;b&gt;Cómo se reparten los puntos entre las clases&lt;/b&gt;: &lt;i&gt;proportional&lt;/i&gt; a su superficie, en partes iguales (&lt;i&gt;equal&lt;/i&gt;), o &lt;i&gt;neyman&lt;/i&gt;: según la superficie y el error esperado, lo mejor para la exactitud global.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Leave the map's class out of the file&lt;/b&gt;: so that it cannot sway who labels.</source>
        <translation>&lt;b&gt;No escribir la clase del mapa en el archivo&lt;/b&gt;: para que no influya en quien etiqueta.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points in a class at least&lt;/b&gt;: 50 where there is room for that.</source>
        <translation>&lt;b&gt;Puntos por clase como mínimo&lt;/b&gt;: 50 donde hay sitio.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Place of a point in its cell&lt;/b&gt;: &lt;i&gt;random&lt;/i&gt; makes every place of a class equally likely, and areas right also where cells are mixed; &lt;i&gt;centre&lt;/i&gt; is for labels of whole cells, and draws none twice.</source>
        <translation>&lt;b&gt;Lugar de un punto en su celda&lt;/b&gt;: &lt;i&gt;random&lt;/i&gt; hace igual de probable cada lugar de una clase, y correctas las superficies también donde las celdas son mixtas; &lt;i&gt;centre&lt;/i&gt; es para etiquetas de celdas enteras y no extrae ninguna dos veces.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Seed&lt;/b&gt;: a whole number that draws the same points again.</source>
        <translation>&lt;b&gt;Semilla&lt;/b&gt;: un número entero que extrae de nuevo los mismos puntos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Points&lt;/b&gt;: GeoPackage with id, map_code and map_class (unless left out) and reference, empty. In QGIS a label is chosen from the map's classes.</source>
        <translation>&lt;b&gt;Puntos&lt;/b&gt;: GeoPackage con id, map_code y map_class (si no se excluyen) y reference, vacío. En QGIS la etiqueta se elige entre las clases del mapa.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Tells what changed from one land-cover map to another, cell by cell. Both maps must have the same cells; of maps of different extent the part that both have is compared.</source>
        <translation>Dice, celda a celda, qué cambió de un mapa de cobertura del suelo a otro. Ambos mapas deben tener las mismas celdas; si sus extensiones difieren, se compara la parte común.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Errors of both maps look like change. Where change matters, draw points in the changed patches and look.</source>
        <translation>Los errores de ambos mapas parecen cambios. Donde el cambio importe, extraiga puntos en las manchas cambiadas y mire.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map before&lt;/b&gt;, &lt;b&gt;Map after&lt;/b&gt;: maps of this plugin with the same cell size and classes, or other rasters of class codes from 1 to 254.</source>
        <translation>&lt;b&gt;Mapa anterior&lt;/b&gt;, &lt;b&gt;Mapa posterior&lt;/b&gt;: mapas de este complemento con el mismo tamaño de celda y las mismas clases, u otros rásteres de códigos de clase de 1 a 254.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changes&lt;/b&gt;: GeoTIFF; the code of a cell is that before × 1000 plus that after, such as 2008 from class 2 to class 8; 0 where a map has no data or is uncertain. Only changes are coloured, as what is there now.</source>
        <translation>&lt;b&gt;Cambios&lt;/b&gt;: GeoTIFF; el código de una celda es el anterior × 1000 más el posterior, como 2008 de la clase 2 a la clase 8; 0 donde un mapa no tiene datos o es incierto. Solo los cambios llevan color, como lo que hay ahora.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Changed patches&lt;/b&gt;: GeoPackage of connected cells of one change, with their classes, cells and area_m2.</source>
        <translation>&lt;b&gt;Manchas cambiadas&lt;/b&gt;: GeoPackage de celdas contiguas de un mismo cambio, con sus clases, cells y area_m2.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;From-to matrix&lt;/b&gt;: CSV in ha, rows before, columns after.</source>
        <translation>&lt;b&gt;Matriz de transición&lt;/b&gt;: CSV en ha, filas anterior, columnas posterior.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Makes a print layout (A4, landscape) of a land-cover map: title, map with coordinates, legend with areas, scale bar, north arrow, credits. Scene, date and model are those that the raster states; what it does not state is left out.</source>
        <translation>Hace una composición de impresión (A4, horizontal) de un mapa de cobertura del suelo: título, mapa con coordenadas, leyenda con superficies, barra de escala, flecha de norte, créditos. Escena, fecha y modelo son los que indica el ráster; lo que no indica se omite.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster. A layer of the project keeps its colours.</source>
        <translation>&lt;b&gt;Mapa de cobertura del suelo&lt;/b&gt;: el ráster. Una capa del proyecto conserva sus colores.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;, &lt;b&gt;Scene&lt;/b&gt;: shown beside the map, or below the legend, on the same ground.</source>
        <translation>&lt;b&gt;Confianza&lt;/b&gt;, &lt;b&gt;Escena&lt;/b&gt;: se muestran junto al mapa, o bajo la leyenda, sobre el mismo terreno.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Title&lt;/b&gt;: yours instead of the one made of date and scene.</source>
        <translation>&lt;b&gt;Título&lt;/b&gt;: el suyo en lugar del formado por fecha y escena.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Resolution&lt;/b&gt;: of the PNG, and of the map within PDF and SVG.</source>
        <translation>&lt;b&gt;Resolución&lt;/b&gt;: del PNG, y del mapa dentro de PDF y SVG.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Add it to the project's layouts&lt;/b&gt;: you find it under Project &amp;gt; Layouts and edit it there as any layout. Rasters given as files are added to the project too.</source>
        <translation>&lt;b&gt;Añadirla a las composiciones del proyecto&lt;/b&gt;: la encuentra en Proyecto &amp;gt; Composiciones y la edita allí como cualquier otra. Los rásteres dados como archivos también se añaden al proyecto.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Map to print&lt;/b&gt;: PDF, PNG or SVG, by the ending of its name; leave it out to have the layout alone.</source>
        <translation>&lt;b&gt;Mapa para imprimir&lt;/b&gt;: PDF, PNG o SVG, según el final de su nombre; omítalo para tener solo la composición.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>Writes all that is known of a land-cover map as one HTML page: the map, areas with a chart, a histogram of confidence, what was recognised of the scene and what was done to it, the model's card, versions, and the command that makes the map again. The page needs no other file and no network.</source>
        <translation>Escribe todo lo que se sabe de un mapa de cobertura del suelo como una página HTML: el mapa, superficies con un gráfico, un histograma de la confianza, qué se reconoció de la escena y qué se hizo con ella, la ficha del modelo, versiones, y la orden que vuelve a hacer el mapa. La página no necesita ningún otro archivo ni la red.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Land-cover map&lt;/b&gt;: the raster.</source>
        <translation>&lt;b&gt;Mapa de cobertura del suelo&lt;/b&gt;: el ráster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Confidence&lt;/b&gt;: the raster made with it, for the histogram and the mean of each class.</source>
        <translation>&lt;b&gt;Confianza&lt;/b&gt;: el ráster hecho con él, para el histograma y la media de cada clase.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Scene&lt;/b&gt;: for a picture beside the map.</source>
        <translation>&lt;b&gt;Escena&lt;/b&gt;: para una imagen junto al mapa.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Model&lt;/b&gt;: the bundle that made the map, where it is none of the plugin's, for its card.</source>
        <translation>&lt;b&gt;Modelo&lt;/b&gt;: el paquete que hizo el mapa, si no es del complemento, para su ficha.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/help_text.py"/>
        <source>&lt;b&gt;Report&lt;/b&gt;: an HTML page, to read and to print.</source>
        <translation>&lt;b&gt;Informe&lt;/b&gt;: una página HTML, para leer e imprimir.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/layer_file.py"/>
        <source>{layer} cannot be handed to the worker ({why}).</source>
        <translation>No se puede entregar {layer} al proceso de cálculo ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Model that names the classes (the map itself)</source>
        <translation>Modelo que nombra las clases (el mapa mismo)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{title} cannot be opened: choose a raster layer or file of classes.</source>
        <translation>No se puede abrir {title}: elija una capa ráster o un archivo de clases.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} is no raster from a file: choose the GeoTIFF of a land-cover map.</source>
        <translation>{layer} no es un ráster de un archivo: elija el GeoTIFF de un mapa de cobertura del suelo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>The reference cannot be opened: choose a layer of points or polygons, or a raster.</source>
        <translation>No se puede abrir la referencia: elija una capa de puntos o polígonos, o un ráster.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>{layer} has no field {field}: choose of {fields}.</source>
        <translation>{layer} no tiene ningún campo {field}: elija entre {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_layers.py"/>
        <source>Choose the field of {layer} that holds the class: it has {fields}.</source>
        <translation>Elija el campo de {layer} que contiene la clase: hay {fields}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/map_styles.py"/>
        <source>(not labelled yet)</source>
        <translation>(aún sin etiquetar)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover, {day}</source>
        <translation>Cobertura del suelo, {day}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Land cover of {scene}</source>
        <translation>Cobertura del suelo de {scene}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>Level-{level}</source>
        <translation>Nivel {level}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>cells of {size} m</source>
        <translation>celdas de {size} m</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>d MMMM yyyy</source>
        <translation>d 'de' MMMM 'de' yyyy</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/compose.py"/>
        <source>No coordinate reference system: areas are unknown.</source>
        <translation>Sin sistema de referencia de coordenadas: se desconocen las superficies.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_layout/legends.py"/>
        <source>In all</source>
        <translation>En total</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Makes a print layout of a land-cover map, with legend and areas.</source>
        <translation>Hace una composición de impresión de un mapa de cobertura del suelo, con leyenda y superficies.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Confidence, for an inset</source>
        <translation>Confianza, para un recuadro</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Scene, for an inset</source>
        <translation>Escena, para un recuadro</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Title (made of date and scene)</source>
        <translation>Título (formado por fecha y escena)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Resolution in dots an inch</source>
        <translation>Resolución en puntos por pulgada</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Add it to the project's layouts, to be edited</source>
        <translation>Añadirla a las composiciones del proyecto, para editarla</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>Layout's name</source>
        <translation>Nombre de la composición</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The land cover cannot be opened: choose another layer.</source>
        <translation>No se puede abrir la cobertura del suelo: elija otra capa.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>The layout "{name}" is in the project, to be edited.</source>
        <translation>La composición «{name}» está en el proyecto y se puede editar.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be opened: choose a raster from a file.</source>
        <translation>No se puede abrir {path}: elija un ráster de un archivo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>QGIS does not say why</source>
        <translation>QGIS no dice por qué</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be written ({why}): choose a folder that exists and that you may write to.</source>
        <translation>No se puede escribir {path} ({why}): elija una carpeta que exista y en la que pueda escribir.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/print_map.py"/>
        <source>{path} cannot be replaced ({why}).</source>
        <translation>No se puede reemplazar {path} ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Report on a land-cover map</source>
        <translation>Informe sobre un mapa de cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Writes areas, confidence, origin and model of a land-cover map as one HTML page.</source>
        <translation>Escribe superficies, confianza, origen y modelo de un mapa de cobertura del suelo como una página HTML.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Confidence, for a histogram</source>
        <translation>Confianza, para un histograma</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Scene, for a picture</source>
        <translation>Escena, para una imagen</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/report.py"/>
        <source>Model that made the map (the plugin's, by its checksum)</source>
        <translation>Modelo que hizo el mapa (el del complemento, por su suma de verificación)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points to label</source>
        <translation>Puntos para etiquetar</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Draws random points from each class of a land-cover map, for people to label.</source>
        <translation>Extrae puntos al azar de cada clase de un mapa de cobertura del suelo, para etiquetarlos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in all (what the standard error asks for)</source>
        <translation>Puntos en total (los que pida el error estándar)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Standard error of overall accuracy, when no number of points is given</source>
        <translation>Error estándar de la exactitud global, si no se indica un número de puntos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>User's accuracy to expect: one for all classes, or Forest=0.9,0.8</source>
        <translation>Exactitud del usuario esperada: una para todas las clases, o Forest=0.9,0.8</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>How points are shared among classes</source>
        <translation>Cómo se reparten los puntos entre las clases</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Leave the map's class out of the file</source>
        <translation>No escribir la clase del mapa en el archivo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points in a class at least ({count} where there is room)</source>
        <translation>Puntos por clase como mínimo ({count} donde hay sitio)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Place of a point in its cell</source>
        <translation>Lugar de un punto en su celda</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed, to draw the same points again</source>
        <translation>Semilla, para extraer de nuevo los mismos puntos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Number of points</source>
        <translation>Número de puntos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/sample.py"/>
        <source>Seed that draws them again</source>
        <translation>Semilla que los extrae de nuevo</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Sentinel-2 products (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;All files (*.*)</source>
        <translation>Productos Sentinel-2 (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc);;Todos los archivos (*.*)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Scene (Sentinel-2)</source>
        <translation>Escena (Sentinel-2)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Product instead of a layer (SAFE folder, zip or XML, STAC item, band file)</source>
        <translation>Producto en lugar de una capa (carpeta SAFE, zip o XML, elemento STAC, archivo de banda)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>How other pixel sizes are brought to 10 m</source>
        <translation>Cómo se llevan otros tamaños de píxel a 10 m</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Nodata at borders without a tag: auto, none, or a number</source>
        <translation>Sin datos en bordes sin indicación: auto, none, o un número</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Enlarge pixels more than 6 times</source>
        <translation>Ampliar los píxeles más de 6 veces</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/scene_parameters.py"/>
        <source>Mean height of the ground in m, for Level-2A (sea level)</source>
        <translation>Altura media del terreno en m, para el nivel 2A (nivel del mar)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>{title}: give a file name that ends in {suffix}, not {file}.</source>
        <translation>{title}: indique un nombre de archivo que termine en {suffix}, no {file}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/processing/worker_algorithm.py"/>
        <source>The worker's last lines:</source>
        <translation>Las últimas líneas del proceso de cálculo:</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>The Python here ({path}) cannot make environments: its module venv is missing. On Debian and Ubuntu: apt install python3-venv (or python{number}-venv). Then set up again.</source>
        <translation>El Python de aquí ({path}) no puede crear entornos: le falta el módulo venv. En Debian y Ubuntu: apt install python3-venv (o python{number}-venv). Luego instale de nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found only {versions}</source>
        <translation>solo se halló {versions}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>found none</source>
        <translation>no se halló ninguno</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/base_python.py"/>
        <source>TensorFlow needs a 64-bit Python {oldest} to {newest}; this machine has none ({heard}): install one from python.org or your system, or uv, which fetches one; or use an existing environment.</source>
        <translation>TensorFlow necesita un Python de 64 bits de {oldest} a {newest}; este equipo no tiene ninguno ({heard}): instale uno de python.org o de su sistema, o uv, que obtiene uno; o use un entorno existente.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} cannot be started ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>No se puede iniciar el Python {path} ({why}): elija otro, o instale el entorno propio del complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The Python {path} did not start the worker ({why}): choose another, or set up the plugin's own environment.</source>
        <translation>El Python {path} no inició el proceso de cálculo ({why}): elija otro, o instale el entorno propio del complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker speaks another version of the protocol: restart QGIS to load the plugin anew.</source>
        <translation>El proceso de cálculo habla otra versión del protocolo: reinicie QGIS para cargar de nuevo el complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker gave no reason.</source>
        <translation>El proceso de cálculo no dio ninguna razón.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The next run starts a new one.</source>
        <translation>La próxima ejecución inicia uno nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>Often this means that memory ran out: close other programs, or classify a smaller extent.</source>
        <translation>A menudo significa que se agotó la memoria: cierre otros programas, o clasifique una extensión menor.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The worker process ended before its result ({why}). {advice}</source>
        <translation>El proceso de cálculo terminó antes de dar su resultado ({why}). {advice}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>it no longer answers</source>
        <translation>ya no responde</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>exit status {number}</source>
        <translation>código de salida {number}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/client.py"/>
        <source>The run was cancelled; nothing was written.</source>
        <translation>La ejecución se canceló; no se escribió nada.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Making an environment in {folder} from {python}</source>
        <translation>Creando un entorno en {folder} a partir de {python}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Installing packages; this takes a few minutes</source>
        <translation>Instalando paquetes; tarda unos minutos</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>Trying TensorFlow and rasterio</source>
        <translation>Probando TensorFlow y rasterio</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The new environment cannot be used: {why}</source>
        <translation>No se puede usar el nuevo entorno: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{path} cannot be written ({why}): free some disk space, or check your rights there.</source>
        <translation>No se puede escribir {path} ({why}): libere espacio en disco, o compruebe sus permisos allí.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>No Python here suits TensorFlow: uv fetches one into {folder}</source>
        <translation>Ningún Python de aquí sirve para TensorFlow: uv obtiene uno en {folder}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The environment needs {needed} GB and {folder} has only {free} GB free: free some space, or use an existing environment.</source>
        <translation>El entorno necesita {needed} GB y {folder} solo tiene {free} GB libres: libere espacio, o use un entorno existente.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds no wheels (*.whl): choose the folder that does, or none to download them.</source>
        <translation>{folder} no contiene wheels (*.whl): elija la carpeta que los contiene, o ninguna para descargarlos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>{folder} holds other files and is left alone: move them away first.</source>
        <translation>{folder} contiene otros archivos y no se toca: muévalos antes.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/environment.py"/>
        <source>The old environment in {folder} cannot be removed ({why}): close what uses it (another QGIS?) and set up again.</source>
        <translation>No se puede eliminar el entorno antiguo en {folder} ({why}): cierre lo que lo usa (¿otro QGIS?) e instale de nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the environment variable EUROSAT_QGIS_PYTHON</source>
        <translation>variable de entorno EUROSAT_QGIS_PYTHON</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>the settings</source>
        <translation>configuración</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path}, from {origin}, does not exist.</source>
        <translation>{path}, origen: {origin}, no existe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>No environment has been set up.</source>
        <translation>No se ha instalado ningún entorno.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Its set-up was not finished.</source>
        <translation>Su instalación no se terminó.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>The Python that it was made from is no longer there.</source>
        <translation>El Python del que se hizo ya no existe.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It was made for another version of the plugin.</source>
        <translation>Se hizo para otra versión del complemento.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} cannot be started ({why}).</source>
        <translation>No se puede iniciar {path} ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} does not answer.</source>
        <translation>{path} no responde.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{path} is no Python that works{reason}.</source>
        <translation>{path} no es un Python que funcione{reason}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>{package} {version} ({oldest} or newer is needed)</source>
        <translation>{package} {version} (se necesita {oldest} o más reciente)</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Python {python} is too old: {oldest} or newer is needed.</source>
        <translation>Python {python} es demasiado antiguo: se necesita {oldest} o más reciente.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>It lacks {packages}.</source>
        <translation>Falta {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/interpreter.py"/>
        <source>Too old: {packages}.</source>
        <translation>Demasiado antiguo: {packages}.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Classes ({count}): {classes}</source>
        <translation>Clases ({count}): {classes}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Bands: {bands}</source>
        <translation>Bandas: {bands}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on the validation images before it was trained on them: {percent} %</source>
        <translation>Exactitud en las imágenes de validación, antes de entrenarse con ellas: {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Accuracy on its own validation images: {percent} %</source>
        <translation>Exactitud en sus propias imágenes de validación: {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Smaller cells: {model}, made for them, {percent} %</source>
        <translation>Celdas más pequeñas: {model}, hecho para ellas, {percent} %</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>Cite: {citation}</source>
        <translation>Citar: {citation}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is missing beside its card.</source>
        <translation>Falta {file} junto a su ficha.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>It has no card that can be read.</source>
        <translation>No tiene una ficha legible.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is no bundle: choose its .keras file.</source>
        <translation>{file} no es un paquete: elija su archivo .keras.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{file} is not the file that you were told of (SHA-256 differs): get it again.</source>
        <translation>{file} no es el archivo que le indicaron (SHA-256 distinto): obténgalo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} is there already: remove that model first.</source>
        <translation>{path} ya existe: elimine antes ese modelo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The model cannot be put into {folder} ({why}): choose another folder of models.</source>
        <translation>No se puede poner el modelo en {folder} ({why}): elija otra carpeta de modelos.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>The built-in model belongs to the plugin and stays.</source>
        <translation>El modelo incluido pertenece al complemento y se queda.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/models.py"/>
        <source>{path} cannot be removed ({why}).</source>
        <translation>No se puede eliminar {path} ({why}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>The scene cannot be opened: choose a raster layer, a raster file or a product.</source>
        <translation>No se puede abrir la escena: elija una capa ráster, un archivo ráster o un producto.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/scene_layer.py"/>
        <source>{layer} is a layer of the kind {kind}, which shows pictures and not a scene's numbers: save it as GeoTIFF, or choose a raster from a file.</source>
        <translation>{layer} es una capa del tipo {kind}, que muestra imágenes y no los números de una escena: guárdela como GeoTIFF, o elija un ráster de un archivo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>EuroSAT Land Cover has no Python environment yet: open Raster &gt; EuroSAT Land Cover &gt; Set up…, or set EUROSAT_QGIS_PYTHON to a Python with TensorFlow and rasterio.</source>
        <translation>EuroSAT Land Cover aún no tiene un entorno de Python: abra Ráster &gt; EuroSAT Land Cover &gt; Instalar…, o dé a EUROSAT_QGIS_PYTHON un Python con TensorFlow y rasterio.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment yet.</source>
        <translation>aún no tiene un entorno de Python.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>cannot use its Python environment: {why}</source>
        <translation>no puede usar su entorno de Python: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>has no Python environment: {why}</source>
        <translation>no tiene un entorno de Python: {why}</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/session.py"/>
        <source>Open Raster &gt; EuroSAT Land Cover &gt; Set up…</source>
        <translation>Abra Ráster &gt; EuroSAT Land Cover &gt; Instalar…</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The set-up was cancelled; nothing was left behind.</source>
        <translation>La instalación se canceló; no queda nada de ella.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>uv cannot fetch a Python: check the network connection, or install one from python.org or your system.</source>
        <translation>uv no puede obtener un Python: compruebe la conexión de red, o instale uno de python.org o de su sistema.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python makes environments that do not work: install another from python.org or your system, and set up again.</source>
        <translation>Este Python crea entornos que no funcionan: instale otro de python.org o de su sistema, e instale de nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>This Python cannot make environments: on Debian and Ubuntu, apt install python3-venv. Then set up again.</source>
        <translation>Este Python no puede crear entornos: en Debian y Ubuntu, apt install python3-venv. Luego instale de nuevo.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The disk is full: the environment needs about 3 GB.</source>
        <translation>El disco está lleno: el entorno necesita unos 3 GB.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The proxy refuses the connection: check HTTPS_PROXY or pip's configuration.</source>
        <translation>El proxy rechaza la conexión: compruebe HTTPS_PROXY o la configuración de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The secure connection fails: where a proxy opens connections, name its certificate in PIP_CERT or pip's configuration.</source>
        <translation>Falla la conexión segura: si un proxy abre las conexiones, indique su certificado en PIP_CERT o en la configuración de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The packages cannot be downloaded: check the network connection, or name your own package index in pip's configuration.</source>
        <translation>No se pueden descargar los paquetes: compruebe la conexión de red, o indique su propio índice de paquetes en la configuración de pip.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>These packages are not the ones this version of the plugin was tried with: fill the folder of wheels anew with pins.txt, or have your package index keep the originals.</source>
        <translation>Estos paquetes no son los que se probaron con esta versión del complemento: llene de nuevo la carpeta de wheels con pins.txt, o haga que su índice de paquetes conserve los originales.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index cannot be reached, or it (or the folder of wheels) has no builds for this Python and system.</source>
        <translation>No se puede acceder al índice de paquetes, o este (o la carpeta de wheels) no tiene nada para este Python y sistema.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The package index has no build that fits this Python and system.</source>
        <translation>El índice de paquetes no tiene nada que sirva para este Python y sistema.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>The folder cannot be written: check your rights there.</source>
        <translation>No se puede escribir en la carpeta: compruebe sus permisos allí.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>no message</source>
        <translation>sin mensaje</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up was ended by signal {number} ({detail}).</source>
        <translation>La señal {number} terminó un paso de la instalación ({detail}).</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/setup_step.py"/>
        <source>A step of the set-up failed ({detail}): the log has the details.</source>
        <translation>Falló un paso de la instalación ({detail}): el registro tiene los detalles.</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Annual crop</source>
        <translation>Cultivo anual</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Forest</source>
        <translation>Bosque</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Herbaceous vegetation</source>
        <translation>Vegetación herbácea</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Highway</source>
        <translation>Carretera</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Industrial</source>
        <translation>Industria</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Pasture</source>
        <translation>Pasto</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Permanent crop</source>
        <translation>Cultivo permanente</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Residential</source>
        <translation>Residencial</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>River</source>
        <translation>Río</translation>
    </message>
    <message>
        <location filename="../../eurosat_qgis/runtime/translation.py"/>
        <source>Sea and lake</source>
        <translation>Mar y lago</translation>
    </message>
</context>
</TS>
