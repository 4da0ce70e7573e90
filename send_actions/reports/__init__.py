"""Send out: contents make a document of a plan, formats make bytes of a document."""
