using Lectern.Site.Statiq;

return await StatiqHost.Run(args);
