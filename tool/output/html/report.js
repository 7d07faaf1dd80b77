'use strict';
// Filters, search, and the way from finding to finding and step to step. Everything shown is in the page already.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const findings = all('.finding');
  const search = document.getElementById('search');
  let current = null;
  document.documentElement.classList.add('script');

  const visible = () => findings.filter((finding) => !finding.hidden);

  function filter() {
    const wanted = {};
    for (const bar of all('.bar[aria-pressed=true]'))
      (wanted[bar.dataset.key] ??= new Set()).add(bar.dataset.value);
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      finding.hidden = !Object.entries(wanted).every(([key, values]) => values.has(finding.dataset[key])) ||
        !words.every((word) => text.includes(word));
    }
    const count = visible().length;
    document.getElementById('shown').textContent = count === findings.length ? '' : `${count} of ${findings.length} shown`;
  }

  function go(finding, open = finding.firstElementChild.open) {
    if (current) current.classList.remove('current');
    current = finding;
    current.classList.add('current');
    current.firstElementChild.open = open;
    all('summary', current)[0].focus({preventScroll: true});
    current.scrollIntoView({block: 'nearest'});
  }

  // Each thread of a finding has a step of its own that is shown.
  function showStep(step) {
    for (const other of step.parentElement.children) other.classList.toggle('current', other === step);
    step.firstElementChild.setAttribute('aria-current', 'step');
    for (const other of step.parentElement.children)
      if (other !== step) other.firstElementChild.removeAttribute('aria-current');
  }

  function move(by) {
    const list = visible();
    const next = list[Math.min(Math.max(list.indexOf(current) + by, 0), list.length - 1)];
    if (next) go(next);
  }

  function moveStep(by) {
    if (!current) return;
    current.firstElementChild.open = true;
    const steps = all('.step', current);
    const at = steps.indexOf(current.shownStep ?? steps[0]);
    const next = steps[Math.min(Math.max(at + by, 0), steps.length - 1)];
    current.shownStep = next;
    showStep(next);
    next.firstElementChild.focus({preventScroll: true});
    next.scrollIntoView({block: 'nearest'});
  }

  function clear() {
    search.value = '';
    for (const bar of all('.bar')) bar.setAttribute('aria-pressed', 'false');
    filter();
  }

  for (const list of all('.steps')) {
    const steps = [...list.children];
    // The step of the warning itself, which the summary names, is shown first.
    const said = list.closest('details').querySelector('summary').textContent;
    showStep(steps.find((step) => said.includes(step.querySelector('.say').childNodes[1].textContent.trim())) ?? steps[0]);
    for (const step of steps)
      step.firstElementChild.addEventListener('click', () => {
        current = list.closest('.finding');
        current.shownStep = step;
        showStep(step);
      });
  }
  for (const finding of findings) {
    finding.shownStep = finding.querySelector('.step.current');
    finding.querySelector('summary').addEventListener('click', () => go(finding, finding.firstElementChild.open));
  }
  for (const bar of all('.bar'))
    bar.addEventListener('click', () => {
      bar.setAttribute('aria-pressed', bar.getAttribute('aria-pressed') !== 'true');
      filter();
    });
  search.addEventListener('input', filter);
  document.getElementById('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.classList.contains('dark') || (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
    root.classList.toggle('dark', !dark);
    root.classList.toggle('light', dark);
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { clear(); search.blur(); return; }
    if (event.target === search) return;
    const act = {j: () => move(1), k: () => move(-1), n: () => moveStep(1), p: () => moveStep(-1), '/': () => search.focus()}[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  // A link to one finding: report.html#FINGERPRINT.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches('.finding')) go(target, true);
    if (target?.matches('.rules details')) target.open = true;
  }
  addEventListener('hashchange', follow);
  follow();
})();
