"""Files that ship with the application: icons, fonts, presets, Swagger UI."""
