// Roll-call: finds names while typing and counts while tapping. The page works without it.
(() => {
  'use strict';
  const form = document.querySelector('[data-roll]');
  if (!form) return;
  const people = [...form.querySelectorAll('li[data-find]')];
  const fold = text => text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();

  const find = form.querySelector('[data-roll-find]');
  find?.addEventListener('input', () => {
    const words = fold(find.value);
    people.forEach(person => { person.hidden = !person.dataset.find.includes(words); });
    form.querySelectorAll('[data-roll-section]').forEach(section => {
      section.hidden = !section.querySelector('li[data-find]:not([hidden])');
    });
  });

  const counts = form.querySelector('[data-roll-counts]');
  const count = () => {
    const sums = { none: people.length };
    form.querySelectorAll('.taps input:checked').forEach(tap => {
      sums[tap.value] = (sums[tap.value] || 0) + 1;
      sums.none--;
    });
    counts.querySelectorAll('[data-count]').forEach(b => {
      b.textContent = String(sums[b.dataset.count] || 0);
    });
  };
  if (counts) {
    let sent = false;
    let touched = false;
    form.addEventListener('change', event => {
      if (event.target.type === 'radio') { touched = true; count(); }
    });
    form.addEventListener('submit', () => { sent = true; });
    window.addEventListener('beforeunload', event => {
      if (touched && !sent) event.preventDefault();
    });
    count();
  }
})();
