// Small comforts. Every page works without this file; all data-* it uses are listed here:
//   data-focus            takes the focus when the page opens (the error summary)
//   data-all="name"       a tick that ticks every box of that name in its form
//   data-chosen="name"    shows how many boxes of that name are ticked
//   data-group            a part of a form in which the two above are counted for themselves
//   data-filter="css"     typing hides the rows (css) whose text or data-name does not match
//   data-download         a form whose answer is a file: its button comes back at once
(() => {
  'use strict';
  const all = (css, within = document) => [...within.querySelectorAll(css)];
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const posts = form => form instanceof HTMLFormElement && form.method === 'post';

  document.querySelector('[data-focus]')?.focus();

  // Typing that nobody has sent yet: ask before it is lost.
  const unsaved = new Set();
  const guarded = form => posts(form) && !!form.closest('main:not(.bare)');
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (guarded(form) && !event.target.matches('[data-filter], [data-all]')) unsaved.add(form);
  });
  addEventListener('beforeunload', event => {
    if (unsaved.size) event.preventDefault();
  });

  // One sending is enough.
  const sending = new Map();
  const rest = form => {
    for (const [button, words] of sending.get(form) ?? []) {
      button.disabled = false;
      button.innerHTML = words;
    }
    sending.delete(form);
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!posts(form) || event.defaultPrevented) return;
    if (sending.has(form)) {
      event.preventDefault();
      return;
    }
    unsaved.delete(form);
    const pressed = event.submitter;
    sending.set(form, all('button', form).filter(b => !b.disabled).map(b => [b, b.innerHTML]));
    setTimeout(() => {
      for (const [button] of sending.get(form) ?? []) button.disabled = true;
      if (pressed) pressed.textContent = 'Đang gửi…';
      if (form.hasAttribute('data-download')) setTimeout(rest, 1500, form);
    });
  });
  addEventListener('pageshow', () => all('form').forEach(rest));

  // Ticks, and how many there are.
  const part = (mark, form) => mark.closest('[data-group]') ?? form;
  const count = form => {
    for (const out of all('[data-chosen]', form)) {
      out.textContent = all('input:checked', part(out, form)).filter(i => i.name === out.dataset.chosen).length;
    }
    for (const tick of all('[data-all]', form)) {
      const boxes = all('input', part(tick, form)).filter(i => i.name === tick.dataset.all);
      const ticked = boxes.filter(i => i.checked).length;
      tick.checked = ticked > 0 && ticked === boxes.length;
      tick.indeterminate = ticked > 0 && ticked < boxes.length;
    }
  };
  document.addEventListener('change', event => {
    const {form, dataset, checked} = event.target;
    if (!form) return;
    if (dataset.all) {
      for (const box of all('input', part(event.target, form))) {
        if (box.name === dataset.all && !box.disabled && !box.closest('[hidden]')) box.checked = checked;
      }
    }
    count(form);
  });
  all('[data-all]').forEach(tick => { tick.parentElement.hidden = false; });
  all('form').forEach(count);

  // Finding a name in a list that is already here, with or without diacritics.
  document.addEventListener('input', event => {
    const rows = event.target.dataset.filter;
    if (!rows) return;
    const words = fold(event.target.value).split(/\s+/);
    for (const row of all(rows)) {
      const text = fold(row.dataset.name ?? row.textContent);
      row.hidden = !words.every(word => text.includes(word));
    }
    for (const group of all('details[data-group]')) {
      group.hidden = !group.querySelector('tbody tr:not([hidden])');
      group.open = words.some(word => word) || !!group.querySelector('input:checked');
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('[data-filter]')) event.preventDefault();
  });

  // Menus close when one goes elsewhere; filters lie open where there is room.
  const menus = '.where.office[open], .more[open]';
  document.addEventListener('click', event => {
    for (const menu of all(menus)) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of all(menus)) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  if (matchMedia('(min-width: 50rem)').matches && !CSS.supports('selector(::details-content)')) {
    for (const filters of all('.filters details')) filters.open = true;
  }
})();
