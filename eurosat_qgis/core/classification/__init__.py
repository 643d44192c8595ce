"""From a request to a map: cells through the network, with a journal, on threads or a cluster."""
