(() => {
  try {
    const theme = localStorage.getItem('lectern-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* storage may be closed to pages opened from a folder */ }
})();
