"""Horizontal bars in groups, as SVG: the plots of docs/."""

LEFT, WIDTH, LINE, GAP = 130, 520, 11, 8


def svg(title, groups):
    """groups: (title, [(label, part of the longest bar, color)])."""
    out, y = [], 34
    for name, bars in groups:
        out.append(f'<text x="{LEFT - 8}" y="{y + 9}" text-anchor="end" font-weight="bold">{name}</text>')
        for label, part, color in bars:
            length = WIDTH * part
            out.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{LINE - 2}" fill="{color}"/>')
            out.append(f'<text x="{LEFT + length + 4:.1f}" y="{y + 8}">{label}</text>')
            y += LINE
        y += GAP
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 190}" height="{y}" '
            f'font-family="sans-serif" font-size="9">\n<rect width="100%" height="100%" fill="white"/>\n'
            f'<text x="10" y="18" font-size="13">{title}</text>\n' + "\n".join(out) + "\n</svg>\n")
