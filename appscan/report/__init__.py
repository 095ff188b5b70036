"""The document that every renderer reads, and the public JSON: model, building, gate."""
