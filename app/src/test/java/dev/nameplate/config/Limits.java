package dev.nameplate.config;

import java.util.List;

/** Every limit on memory, time and number, and every cache. */
final class Limits {
  /** What a limit without a setting says: no operator gains by another value. */
  static final String FIXED = "fixed";

  /** What the number of fonts, templates or kinds limits. */
  static final String BY_FILES = "by the files";

  /**
   * One limit.
   *
   * @param owner the type that keeps to it
   * @param what is limited
   * @param setting its environment variable, {@link #FIXED} or {@link #BY_FILES}
   * @param bound the number where there is no setting; empty where the setting has it
   */
  record Limit(String owner, String what, String unit, String setting, String bound) {}

  static final List<Limit> ALL =
      List.of(
          new Limit(
              "MemoryResultStore", "finished pictures", "bytes", "NAMEPLATE_IMAGE_CACHE_BYTES", ""),
          new Limit(
              "WorkFolder",
              "files kept over a restart",
              "bytes on disk",
              "NAMEPLATE_WORK_BYTES",
              ""),
          new Limit(
              "ResponseCache",
              "answers to repeated requests",
              "bytes outside the heap",
              "NAMEPLATE_RESPONSE_CACHE_BYTES",
              ""),
          new Limit(
              "BackgroundCache",
              "templates prepared for their scales and formats",
              "bytes",
              "NAMEPLATE_BACKGROUND_CACHE_BYTES",
              ""),
          new Limit(
              "BackgroundCache",
              "backgrounds that are not prepared again for 10 minutes",
              "backgrounds",
              FIXED,
              "10000"),
          new Limit(
              "BackgroundCache",
              "backgrounds of a template by combinations of choices",
              "backgrounds",
              FIXED,
              "16"),
          new Limit(
              "PublishedVersions",
              "versions of templates that are known",
              "versions",
              FIXED,
              "1000"),
          new Limit(
              "VersionFolders", "numbers of a template's versions", "versions", FIXED, "999999999"),
          new Limit("Draft", "the text of a draft of the editor", "bytes", FIXED, "2097152"),
          new Limit("Draft", "layers of a draft", "layers", FIXED, "500"),
          new Limit("Drafts", "published files that were read lately", "files", FIXED, "16"),
          new Limit("DraftReader", "drafts that were read lately", "drafts", FIXED, "64"),
          new Limit(
              "TemplateSource",
              "the templates' pictures as drafts use them",
              "bytes",
              FIXED,
              "50331648"),
          new Limit(
              "DraftPictures",
              "pictures of drafts, scaled; those drawn last; backgrounds where bytes are limited",
              "bytes",
              FIXED,
              "58720256"),
          new Limit("PictureOrder", "pixels of a draft's picture", "pixels", FIXED, "33554432"),
          new Limit("Reviewer", "reviews of drafts that were made lately", "reviews", FIXED, "32"),
          new Limit(
              "DraftChecks",
              "windows of the editor whose check is given up when a draft changes",
              "windows",
              FIXED,
              "256"),
          new Limit("DraftChecks", "results of checks of drafts", "drafts", FIXED, "32"),
          new Limit(
              "DraftAssets", "a picture that is added to a template", "bytes", FIXED, "2097152"),
          new Limit("DraftAssets", "the longer side of such a picture", "pixels", FIXED, "8192"),
          new Limit(
              "DraftAssets", "files of assets, where another is added", "files", FIXED, "200"),
          new Limit("CheckRoutes", "a list that the editor looks at", "bytes", FIXED, "2097152"),
          new Limit("WorstRows", "first rows that fill up the worst ones", "rows", FIXED, "64"),
          new Limit("ReviewRoutes", "how long a review link lasts", "days", FIXED, "30"),
          new Limit(
              "Difference", "differences of two drafts that are listed", "places", FIXED, "100"),
          new Limit("StateJson", "versions that the editor lists", "versions", FIXED, "50"),
          new Limit("EditorFiles", "compressed scripts of the editor", "files", BY_FILES, ""),
          new Limit(
              "BodyHandler", "the body of a request of the editor", "bytes", FIXED, "3145728"),
          new Limit("SessionCookies", "a session", "hours", FIXED, "12"),
          new Limit("BackgroundFiles", "indexes of stored backgrounds", "indexes", FIXED, "4096"),
          new Limit(
              "WorkFolder",
              "prepared backgrounds, those used longest ago deleted first",
              "bytes on disk",
              "NAMEPLATE_WORK_BYTES",
              ""),
          new Limit(
              "LoadingLruCache",
              "the cache that BackgroundCache keeps, with at least one entry",
              "bytes",
              "NAMEPLATE_BACKGROUND_CACHE_BYTES",
              ""),
          new Limit(
              "WeightedLruCache",
              "the cache that LocalAssets, ScaledPictures and LoadingLruCache keep",
              "bytes",
              "NAMEPLATE_ASSET_CACHE_BYTES",
              ""),
          new Limit(
              "LocalAssets",
              "decoded pictures of templates",
              "bytes",
              "NAMEPLATE_ASSET_CACHE_BYTES",
              ""),
          new Limit(
              "ScaledPictures",
              "pictures and emoji, scaled",
              "bytes",
              "NAMEPLATE_SCALED_CACHE_BYTES",
              ""),
          new Limit(
              "ImageDecoder",
              "a picture of a template",
              "pixels",
              "NAMEPLATE_ASSET_MAX_PIXELS",
              ""),
          new Limit(
              "StandardPictures",
              "standard pictures",
              "bytes",
              "NAMEPLATE_STANDARD_CACHE_BYTES",
              ""),
          new Limit(
              "FormatCounts",
              "templates whose formats' bytes are known, for an hour",
              "templates",
              FIXED,
              "2000"),
          new Limit(
              "StandardPictures",
              "standard pictures that are not drawn again for 10 minutes",
              "pictures",
              FIXED,
              "10000"),
          new Limit(
              "FaultPictures", "latest, general and title cards, each", "bytes", FIXED, "4194304"),
          new Limit("ImageService", "a request for a picture", "time", "NAMEPLATE_DEADLINE", ""),
          new Limit(
              "RenderExecutor", "pictures drawn at a time", "pictures", "NAMEPLATE_PERMITS", ""),
          new Limit(
              "RenderExecutor",
              "pictures that wait to be drawn",
              "pictures",
              "NAMEPLATE_QUEUE",
              ""),
          new Limit(
              "SingleFlight",
              "pictures drawn or fetched that others wait for too",
              "flights",
              "NAMEPLATE_QUEUE",
              ""),
          new Limit(
              "ObjectPool", "buffers kept for the next picture", "buffers", FIXED, "one a core"),
          new Limit("HttpServer", "a request target", "characters", "NAMEPLATE_MAX_TARGET", ""),
          new Limit("HttpServer", "header lines of a request together", "bytes", FIXED, "32768"),
          new Limit("HttpServer", "threads of Jetty", "threads", FIXED, "250"),
          new Limit("HttpServer", "connections", "connections", "NAMEPLATE_CONNECTIONS", ""),
          new Limit(
              "SlowClientReaper",
              "connections that are watched",
              "connections",
              "NAMEPLATE_CONNECTIONS",
              ""),
          new Limit("BodyHandler", "the body of an API call", "bytes", FIXED, "1048576"),
          new Limit("ListWork", "a list of an API call", "bytes", "NAMEPLATE_LIST_BYTES", ""),
          new Limit(
              "ListWork",
              "lists of API calls worked on at a time; as many more may come in or wait",
              "lists",
              "NAMEPLATE_LISTS",
              ""),
          new Limit("NewJob", "the list of a job", "bytes", "NAMEPLATE_BATCH_BYTES", ""),
          new Limit("Jobs", "the list of a job", "rows", "NAMEPLATE_BATCH_ROWS", ""),
          new Limit("Jobs", "jobs, ended ones included", "jobs", FIXED, "1000"),
          new Limit("Jobs", "how long an ended job is kept", "time", "NAMEPLATE_BATCH_KEEP", ""),
          new Limit(
              "JobRunner", "jobs that have a turn at a time", "jobs", "NAMEPLATE_BATCHES", ""),
          new Limit("WorkPlace", "jobs that are open", "jobs", FIXED, "1000"),
          new Limit("SharedPlace", "shared jobs that are open", "jobs", FIXED, "1000"),
          new Limit("KnownJobs", "shared jobs, ended ones included", "jobs", FIXED, "1000"),
          new Limit(
              "SharedJobQueue",
              "units of shared jobs that a node works on at a time",
              "units",
              "NAMEPLATE_BATCHES",
              ""),
          new Limit("SharedUnit", "rows of a unit of a shared job", "rows", FIXED, "200"),
          new Limit(
              "SharedTiming",
              "how often a unit is taken before it is divided",
              "times",
              FIXED,
              "3"),
          new Limit(
              "JobPictures",
              "pictures of a job, and the index of them",
              "bytes",
              "NAMEPLATE_WORK_BYTES",
              ""),
          new Limit(
              "RowPictures",
              "pictures of a job that are drawn or wait",
              "rows",
              FIXED,
              "64; 200 of a shared job"),
          new Limit("BatchPages", "the dry run of a job's page", "rows", FIXED, "100000"),
          new Limit(
              "PrerenderedPictures", "jobs whose pictures are found by key", "jobs", FIXED, "1000"),
          new Limit("JsonBody", "nesting of an API call's JSON", "levels", FIXED, "8"),
          new Limit("LayerReader", "layers of an API call", "layers", FIXED, "200"),
          new Limit("ImageOrderReader", "metadata of an API call", "bytes", FIXED, "4096"),
          new Limit(
              "GenerationCache",
              "pages made of templates as they are",
              "values",
              BY_FILES,
              "one a template"),
          new Limit("AccessLog", "lines that nobody has read yet", "bytes", FIXED, "1048576"),
          new Limit(
              "Metrics",
              "counters by template, and by kind of error",
              "counters",
              BY_FILES,
              "one a template and kind"),
          new Limit(
              "TemplateCounters",
              "counters of a template",
              "counters",
              BY_FILES,
              "one a kind and field"),
          new Limit(
              "RateLimiter", "calls of a token of the API", "a rate", "NAMEPLATE_API_RATE", ""),
          new Limit("JwtTokens", "tokens whose signature is known", "tokens", FIXED, "1000"),
          new Limit(
              "UsageMeter",
              "counters of a template and a subject of a token",
              "counters",
              BY_FILES,
              "one a template and subject"),
          new Limit(
              "MonthlyUrls", "URLs that do not count again for 24 hours", "URLs", FIXED, "100000"),
          new Limit("JournalUsageStore", "counts kept", "months", FIXED, "24"),
          new Limit(
              "JournalUsageStore",
              "a journal before it is replaced by its sums",
              "bytes on disk",
              FIXED,
              "1048576, or twice the sums"),
          new Limit("ReadUsage", "days of an answer", "days", FIXED, "92"),
          new Limit("ReadUsage", "counts of an answer", "counts", FIXED, "100000"),
          new Limit("CountedUrls", "subjects whose warning was logged", "subjects", FIXED, "1000"),
          new Limit("RateLimiter", "clients that are counted apart", "clients", FIXED, "100000"),
          new Limit(
              "SharedRateLimits",
              "clients that are counted apart, where nodes share limits",
              "clients",
              FIXED,
              "100000"),
          new Limit("SharedRateLimits", "clients settled at a time", "clients", FIXED, "256"),
          new Limit(
              "RedisCache",
              "shared pictures and backgrounds in a Redis that holds other things too",
              "bytes in Redis",
              "NAMEPLATE_REDIS_CACHE_BYTES",
              ""),
          new Limit(
              "RedisCache", "a shared picture or background", "bytes in Redis", FIXED, "8388608"),
          new Limit("RedisLink", "calls of Redis that wait for an answer", "calls", FIXED, "1024"),
          new Limit(
              "RedisLink",
              "a call of Redis that a picture waits for",
              "time",
              "NAMEPLATE_REDIS_SLOW",
              ""),
          new Limit("RedisUsageStore", "counts that nodes share, in Redis", "days", FIXED, "800"),
          new Limit(
              "RateLimiter", "pictures drawn for a client", "a rate", "NAMEPLATE_RATE_CLIENT", ""),
          new Limit(
              "RateLimiter",
              "pictures drawn for all clients together",
              "a rate",
              "NAMEPLATE_RATE_TOTAL",
              ""),
          new Limit(
              "RateLimiter",
              "pictures drawn for a mail service",
              "a rate",
              "NAMEPLATE_RATE_MAIL",
              ""),
          new Limit(
              "RemoteImageFetcher",
              "pictures fetched",
              "bytes",
              "NAMEPLATE_REMOTE_CACHE_BYTES",
              ""),
          new Limit(
              "RemoteImageFetcher",
              "addresses that failed in the last 5 seconds",
              "addresses",
              FIXED,
              "10000"),
          new Limit(
              "ImageDownloader", "a picture fetched", "bytes", "NAMEPLATE_REMOTE_MAX_BYTES", ""),
          new Limit(
              "ImageDownloader", "a picture fetched", "pixels", "NAMEPLATE_REMOTE_MAX_PIXELS", ""),
          new Limit(
              "ImageDownloader",
              "pictures that come in at a time, together",
              "bytes",
              FIXED,
              "33554432"),
          new Limit(
              "ImageDownloader",
              "pictures fetched that are decoded at a time",
              "pictures",
              FIXED,
              "2"),
          new Limit("GuardedHttpClient", "a fetch", "time", "NAMEPLATE_REMOTE_TIMEOUT", ""),
          new Limit(
              "GuardedHttpClient",
              "fetches from one host at a time",
              "fetches",
              "NAMEPLATE_REMOTE_PER_HOST",
              ""),
          new Limit("GuardedHttpClient", "fetches at a time", "fetches", FIXED, "64"),
          new Limit(
              "HostCircuitBreakers", "hosts whose failures are counted", "hosts", FIXED, "1000"),
          new Limit(
              "BoundedDns",
              "names that are looked up, and that wait for it",
              "names",
              FIXED,
              "16 and 64"),
          new Limit(
              "Layout", "static layers, placed, by their outlines", "bytes", FIXED, "16777216"),
          new Limit("GlyphOutlines", "outlines of a face", "bytes", FIXED, "1048576"),
          new Limit(
              "OutlineFace", "widths and places of words of a face", "words", FIXED, "1024 each"),
          new Limit("OutlineFace", "forms and thicknesses of a face", "faces", FIXED, "256 each"),
          new Limit("ColorFace", "emoji as the font has them", "bytes", FIXED, "4194304"),
          new Limit(
              "LiquidParsers", "parsers of wordings by locale and zone", "parsers", FIXED, "64"),
          new Limit("EventStreams", "event streams of jobs at a time", "streams", FIXED, "64"),
          new Limit("FontSelector", "widths of spaces", "widths", FIXED, "1024"),
          new Limit(
              "FontSelector", "faces for scripts", "scripts", BY_FILES, "one a script and face"),
          new Limit("FontLibrary", "choices of faces", "choices", FIXED, "1024"),
          new Limit("OwnFonts", "templates' own fonts, by their files", "bytes", FIXED, "50331648"),
          new Limit("OwnFonts", "own fonts that were looked at", "fonts", FIXED, "1024"),
          new Limit("Encoders", "JPEG and WebP encoders by quality", "encoders", FIXED, "100 each"),
          new Limit("Confusables", "words whose look-alikes are known", "words", FIXED, "4096"),
          new Limit("LegacyCharset", "encodings by locale", "locales", FIXED, "256"));

  private Limits() {}
}
