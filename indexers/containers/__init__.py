"""What formats share: zip parts, XML, OLE streams, mail, characters; knows no extractor."""
