"""The style beside a land-cover map for map servers: GeoServer and others read SLD."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.errors import OutputError


def write_sld(path: Path, name: str, found: Sequence[CardClass]) -> None:
    """Write a Styled Layer Descriptor 1.0.0 of the classes `found`, in that order.

    `name` is the layer's. The map's type `values`, a colour for a number, is GeoServer's word for
    what OGC's SLD 1.0.0 leaves open, and the one that QGIS writes.

    Raises OutputError when the file cannot be written.
    """
    entries = "\n".join(
        f'        <ColorMapEntry quantity="{c.code}" color="{c.color}" label="{escape(c.title)}"/>'
        for c in found
    )
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
 <NamedLayer>
  <Name>{escape(name)}</Name>
  <UserStyle>
   <Name>{escape(name)}</Name>
   <FeatureTypeStyle>
    <Rule>
     <RasterSymbolizer>
      <ChannelSelection>
       <GrayChannel><SourceChannelName>1</SourceChannelName></GrayChannel>
      </ChannelSelection>
      <ColorMap type="values">
{entries}
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
"""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path.name} cannot be written ({error.strerror}).") from error
