// BrailleLayout
