"""The tokens of the two themes: the only place that names a colour. Manden carry (fill, ink)."""

LIGHT: dict[str, str] = {
    "name": "light",
    "bg": "#F6F7F9", "surface": "#FFFFFF", "hover": "#EEF1F4", "line": "#D5DBE1", "control": "#7B8794",
    "text": "#1F2933", "muted": "#52606D", "accent": "#1F5F8B", "soft": "#DCEBF7", "on": "#FFFFFF",
    "danger": "#A61B1B", "warn": "#7A4A00", "ok": "#1B6B3A", "ink": "#2F4156", "cell": "#D5DEE6",
}  # fmt: skip
DARK: dict[str, str] = {
    "name": "dark",
    "bg": "#15191E", "surface": "#1D232A", "hover": "#262E37", "line": "#39434E", "control": "#8693A0",
    "text": "#E6EBF0", "muted": "#A9B4BF", "accent": "#6CB3E6", "soft": "#1E3A52", "on": "#0B1620",
    "danger": "#FF9C97", "warn": "#F0BE6A", "ok": "#8FD9A8", "ink": "#C9D6E2", "cell": "#3D4A57",
}  # fmt: skip
MANDEN_LIGHT: dict[str, tuple[str, str]] = {
    "groen": ("#E3F4E8", "#1B6B3A"), "geel": ("#FFF6CC", "#6B5300"),
    "oranje": ("#FFE6D1", "#8A3B00"), "rood": ("#FBE1E1", "#8F1414"),
}  # fmt: skip
MANDEN_DARK: dict[str, tuple[str, str]] = {
    "groen": ("#17321F", "#8FD9A8"), "geel": ("#3A3000", "#F2D75C"),
    "oranje": ("#42240B", "#FFB77A"), "rood": ("#45171A", "#FF9C97"),
}  # fmt: skip
