// Roll-call: finds names while typing, counts while tapping, keeps the taps on this device until they
// are sent. The page works without it.
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
  if (!counts) return;
  const taps = [...form.querySelectorAll('.taps input')];
  const count = () => {
    const sums = { none: people.length };
    for (const tap of taps) {
      if (tap.checked) {
        sums[tap.value] = (sums[tap.value] || 0) + 1;
        sums.none--;
      }
    }
    counts.querySelectorAll('[data-count]').forEach(b => {
      b.textContent = String(sums[b.dataset.count] || 0);
    });
  };

  // Taps not yet sent, by the name of their field; the name says which mark they were made upon, so
  // one that somebody else has changed meanwhile is not taken up again.
  const key = 'roll ' + location.pathname;
  const kept = () => { try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; } };
  const keep = unsent => {
    try {
      if (Object.keys(unsent).length) localStorage.setItem(key, JSON.stringify(unsent));
      else localStorage.removeItem(key);
    } catch { /* a browser that keeps nothing: the question before leaving remains */ }
  };
  const here = new Set(taps.map(tap => tap.name));
  const unsent = {};
  for (const [name, mark] of Object.entries(kept())) {
    const tap = taps.find(t => t.name === name && t.value === mark);
    if (tap && !tap.disabled) {
      tap.checked = true;
      unsent[name] = mark;
    }
  }

  const net = form.querySelector('[data-roll-net]');
  const say = () => {
    const n = Object.keys(unsent).length;
    const off = !navigator.onLine;
    net.hidden = !off && !restored;
    net.textContent = off
      ? `Không có mạng. Cứ điểm danh tiếp: ${n} mục chưa gửi, máy giữ lại cho đến khi có mạng.`
      : n ? `Có ${n} mục đã chấm nhưng chưa gửi. Bấm Xong để gửi.` : '';
    if (!n && !off) net.hidden = true;
  };
  let restored = Object.keys(unsent).length > 0;
  let sent = false;
  form.addEventListener('change', event => {
    if (event.target.type !== 'radio') return;
    unsent[event.target.name] = event.target.value;
    keep({ ...kept(), ...unsent });
    count();
    say();
  });
  form.addEventListener('submit', event => {
    if (!navigator.onLine) {
      event.preventDefault();
      say();
      net.scrollIntoView({ block: 'center' });
      return;
    }
    sent = true;
    keep(Object.fromEntries(Object.entries(kept()).filter(([name]) => !here.has(name))));
  });
  addEventListener('beforeunload', event => {
    if (Object.keys(unsent).length && !sent) event.preventDefault();
  });
  addEventListener('online', () => { restored = true; say(); });
  addEventListener('offline', say);
  count();
  say();
})();
