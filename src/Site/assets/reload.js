(() => {
  const shown = document.currentScript.dataset.generation;
  new EventSource('/_lectern/events').onmessage = message => {
    if (message.data !== shown) location.reload();
  };
})();
