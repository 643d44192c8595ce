"""The settings of a QGIS that nobody has started before."""

# What a first start asks or announces is off; Processing and the plugin are on.
SETTINGS = """[PythonPlugins]
eurosat_qgis=true
processing=true

[qgis]
checkVersion=false
showTips322=false
showTips340=false
showTips344=false
newProjectDefault=false
"""
