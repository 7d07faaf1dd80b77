"""Opens a copy of a report in headless Chromium with a script behind it that uses the page, and prints what that says.

drive_page.py CHROMIUM PAGE

The browser is set to light, and once more to dark.
"""
import html
import os
import re
import subprocess
import sys
import tempfile

SCRIPT = r"""
<script>
const log = [];
const say = (what, value) => log.push(`${what}: ${value}`);
const errors = window.pageErrors;
const key = (k) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: k, bubbles: true}));
const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const shown = () => find('#shown').textContent || String(all('.finding').filter((f) => f.offsetParent).length);
const step = () => find('.finding.current .step.current .say').childNodes[1].textContent.trim();
try {
  say('shown at first', shown());
  find('.bar[data-value=lib]').click();
  say('after a click on directory lib', shown());
  find('.bar[data-value=likely]').click();
  say('and on likely', shown());
  key('Escape');
  say('after Escape', shown());
  key('/');
  document.activeElement.value = 'purge';
  document.activeElement.dispatchEvent(new Event('input'));
  say('search for purge', shown());
  key('Escape');
  key('j');
  const first = find('.finding');
  say('j opens nothing', `${first.classList.contains('current') ? 'first current' : '?'}, ${first.firstElementChild.open ? 'open' : 'closed'}`);
  document.activeElement.click(); // What Enter does to a summary.
  say('Enter opens', first.firstElementChild.open ? 'open' : 'closed');
  say('step shown first is the warning', step());
  key('n');
  say('n', step());
  key('n');
  say('n at the end', step());
  key('p'); key('p');
  say('p p', step());
  say('excerpts visible', all('.finding.current .source').filter((s) => s.checkVisibility()).length);
  all('.finding.current .say')[2].click();
  say('a click on step 3', step());
  say('marked', find('.finding.current .step.current mark').textContent);
  key('k'); key('k');
  say('k stays at the first', first.classList.contains('current'));
  const before = getComputedStyle(document.body).backgroundColor;
  say('background', before);
  find('#theme').click();
  say('theme', getComputedStyle(document.body).backgroundColor === before ? 'the same background' : 'another background');
  location.hash = all('.finding')[2].id;
  dispatchEvent(new Event('hashchange'));
  say('a link to a finding opens it', all('.finding')[2].firstElementChild.open);
  say('requests', performance.getEntriesByType('resource').length);
} catch (error) {
  errors.push(String(error));
}
document.body.innerHTML = `<pre id="log">errors: ${errors.join(', ') || 'none'}\n${log.join('\n')}\n</pre>`;
</script>
"""
CATCH = "<script>window.pageErrors = []; addEventListener('error', (event) => window.pageErrors.push(event.message));</script>"


def open_in(chromium, directory, page, scheme):
    number = {"dark": 0, "light": 1}[scheme]  # blink::mojom::PreferredColorScheme
    command = [chromium, "--no-sandbox", "--disable-gpu", f"--user-data-dir={directory}/profile",
               f"--blink-settings=preferredColorScheme={number}", "--dump-dom", f"file://{page}"]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    log = re.search(r'<pre id="log">(.*?)</pre>', dom, re.DOTALL)
    return html.unescape(log[1]) if log else sys.exit("the page did not come to its end")


def brightness(color):
    return max(map(int, re.findall(r"\d+", color)[:3]))


def main(chromium, page):
    text = open(page, encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as directory:
        copy = os.path.join(directory, "page.html")
        with open(copy, "w", encoding="utf-8") as file:
            file.write(text.replace("<head>", "<head>" + CATCH).replace("</body>", SCRIPT + "</body>"))
        logs = [open_in(chromium, directory, copy, scheme) for scheme in ("light", "dark")]
    print(logs[0])
    light, dark = (re.search(r"background: (.*)", log)[1] for log in logs)
    print("brightness:", "the browser's" if brightness(dark) < 100 < 150 < brightness(light) else f"{light}, {dark}")


if __name__ == "__main__":
    main(*sys.argv[1:])
