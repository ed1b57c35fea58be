// Small comforts; every page works without this file.
(() => {
  'use strict';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  document.querySelector('[data-focus]')?.focus();
})();
