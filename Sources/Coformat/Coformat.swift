// Coformat
