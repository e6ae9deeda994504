(() => {
  const events = new EventSource('/_lectern/events');
  let generation = null;
  events.onmessage = message => {
    if (generation !== null && generation !== message.data) location.reload();
    generation = message.data;
  };
})();
