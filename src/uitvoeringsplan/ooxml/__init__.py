"""Office Open XML as ECMA-376 and the Open Packaging Conventions have it; knows no plan."""
