"""Trains CNNs on EuroSAT with TensorFlow/Keras and exports them as bundles for the QGIS plugin."""
