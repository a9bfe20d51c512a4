package dev.nameplate.config;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.asset.AssetSettings;
import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.fleet.NodeSettings;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.http.api.ApiSettings;
import dev.nameplate.http.editor.EditorSettings;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.redis.RedisSettings;
import dev.nameplate.serve.ServeSettings;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.template.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of the program, read from the environment and the command line; the command line has
 * precedence.
 *
 * @param templates the folder of templates; exists
 * @param fonts the folder that holds {@code fonts.json}; exists
 * @param reload how often templates are checked for changes
 * @param warmUp how many pictures are drawn after the start for the JIT compiler; 0 for none
 * @param blockedWords words and phrases that no recipient's name or text may contain; empty for
 *     none
 * @param assets limits on the templates' own pictures
 * @param serve limits on serving
 * @param http how the server listens and answers
 * @param remote limits on remote images
 * @param access keys, and the access to templates
 * @param work location and size of the work folder
 * @param api how the JSON API answers
 * @param editor who may use the editor
 * @param node how this node is called and how it stops
 * @param redis what several nodes share
 */
public record Settings(
    Path templates,
    Path fonts,
    Duration reload,
    int warmUp,
    List<String> blockedWords,
    AssetSettings assets,
    ServeSettings serve,
    HttpSettings http,
    RemoteSettings remote,
    AccessSettings access,
    WorkSettings work,
    ApiSettings api,
    EditorSettings editor,
    NodeSettings node,
    RedisSettings redis) {

  private static final long MAX_BYTES = 1_000_000_000_000L;
  private static final ServeSettings SERVE = ServeSettings.DEFAULT;
  private static final HttpSettings HTTP = HttpSettings.DEFAULT;
  private static final AssetSettings ASSETS = AssetSettings.DEFAULT;

  static final EnvVar<String> HOST =
      EnvVar.of(
          "NAMEPLATE_HOST", ValueType.text("an address"), HTTP.host(), "The address to listen on.");
  static final EnvVar<Integer> PORT =
      EnvVar.of(
          "NAMEPLATE_PORT",
          ValueType.whole(0, 65535)
              .with("0 to 65535; 0 takes a free one and prints it; PORT works too"),
          HTTP.port(),
          "The port to listen on.");

  /** The folder of templates. */
  public static final EnvVar<Path> TEMPLATES =
      EnvVar.of(
          "NAMEPLATE_TEMPLATES",
          ValueType.folder(),
          Path.of("./templates"),
          "The folder of templates.");

  /** The folder of fonts. */
  public static final EnvVar<Path> FONTS =
      EnvVar.of(
          "NAMEPLATE_FONTS",
          ValueType.folder(),
          Path.of("./fonts"),
          "The folder that holds fonts.json.");

  static final EnvVar<Duration> RELOAD =
      EnvVar.of(
          "NAMEPLATE_RELOAD",
          ValueType.time(Duration.ofMillis(100), Duration.ofHours(1), "500ms, 2s, 5m"),
          Duration.ofSeconds(1),
          "How often templates are checked for changes.");
  static final EnvVar<Integer> WARM_UP =
      EnvVar.of(
          "NAMEPLATE_WARM_UP",
          ValueType.whole(0, 1_000_000),
          20,
          "How many pictures the server draws after its start to warm up the JIT compiler, so that"
              + " the first requests are as fast as later ones.");
  static final EnvVar<List<String>> BLOCKED_WORDS_FILE =
      EnvVar.of(
          "NAMEPLATE_BLOCKED_WORDS_FILE",
          new ValueType<>(
              "none, or a file in UTF-8 with a word or a phrase in each line",
              BlockedWordsFile::read,
              words -> "none"),
          List.of(),
          "Words and phrases that names and texts may not contain, whatever their spelling.");
  static final EnvVar<Duration> DEADLINE =
      EnvVar.of(
          "NAMEPLATE_DEADLINE",
          ValueType.time(Duration.ofMillis(10), Duration.ofSeconds(60), "500ms, 2s"),
          SERVE.deadline(),
          "How long a request waits for its picture before a degraded one is sent.");
  static final EnvVar<Integer> QUEUE =
      EnvVar.of(
          "NAMEPLATE_QUEUE",
          ValueType.whole(1, 100_000),
          SERVE.queue(),
          "How many pictures may wait to be drawn; fewer, where that would take longer than half of"
              + " NAMEPLATE_DEADLINE.");
  static final EnvVar<Integer> PERMITS =
      EnvVar.of(
          "NAMEPLATE_PERMITS",
          ValueType.permits(),
          SERVE.permits(),
          "How many pictures are drawn at a time; each takes memory for its pixels.");
  static final EnvVar<Long> IMAGE_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_IMAGE_CACHE_BYTES",
          ValueType.size(0, MAX_BYTES),
          SERVE.cacheBytes(),
          "Memory for the cache of finished pictures, in bytes.");
  static final EnvVar<Long> STANDARD_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_STANDARD_CACHE_BYTES",
          ValueType.size(0, MAX_BYTES),
          SERVE.standardBytes(),
          "Memory for the cache of standard pictures, which are sent where no other can be drawn in"
              + " time, in bytes.");
  static final EnvVar<Long> BACKGROUND_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_BACKGROUND_CACHE_BYTES",
          ValueType.size(0, MAX_BYTES),
          SERVE.backgrounds().maxBytes(),
          "Memory for the cache of templates' backgrounds, prepared for their scales and formats,"
              + " in bytes.");
  static final EnvVar<Long> RESPONSE_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_RESPONSE_CACHE_BYTES",
          ValueType.size(0, 1_000_000_000),
          HTTP.responseCacheBytes(),
          "Memory for the cache of whole responses to repeated requests, outside the heap, in"
              + " bytes; 0 caches none.");
  static final EnvVar<Long> ASSET_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_ASSET_CACHE_BYTES",
          ValueType.size(0, MAX_BYTES),
          ASSETS.cacheBytes(),
          "Memory for the cache of the templates' own pictures, decoded, in bytes.");
  static final EnvVar<Long> SCALED_CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_SCALED_CACHE_BYTES",
          ValueType.size(0, MAX_BYTES),
          ASSETS.scaledBytes(),
          "Memory for the cache of pictures scaled to the size at which they are drawn, in bytes.");
  static final EnvVar<Long> ASSET_MAX_PIXELS =
      EnvVar.of(
          "NAMEPLATE_ASSET_MAX_PIXELS",
          ValueType.size(1, 200_000_000),
          ASSETS.maxPixels(),
          "The largest picture of a template that is decoded, in pixels, read from its header.");
  static final EnvVar<Integer> MAX_TARGET =
      EnvVar.of(
          "NAMEPLATE_MAX_TARGET",
          ValueType.whole(256, 30_000),
          HTTP.maxTarget(),
          "The longest request target, in characters; a longer one is answered with 414.");
  static final EnvVar<Boolean> FAULT_STATUS =
      EnvVar.of(
          "NAMEPLATE_FAULT_STATUS",
          new ValueType<>(
              "own or 200",
              text -> text.matches("own|200") ? Optional.of(text.equals("200")) : Optional.empty(),
              ok -> ok ? "200" : "own"),
          HTTP.faultStatusOk(),
          "The HTTP status of responses to authors' mistakes; 200 for image proxies that drop"
              + " other statuses.");
  static final EnvVar<Boolean> STUDIO =
      EnvVar.of(
          "NAMEPLATE_STUDIO",
          ValueType.onOff(),
          HTTP.studio(),
          "Whether the pages for authors are served: the list of templates, each template's page"
              + " and its snippets.");
  static final EnvVar<String> WORK =
      EnvVar.of(
          "NAMEPLATE_WORK",
          ValueType.text(
              "a folder, which is made where it is missing; user for nameplate below"
                  + " $XDG_STATE_HOME, ~/.local/state or macOS's ~/Library/Application Support;"
                  + " none"),
          "user",
          "The work folder: files that outlast a restart.");
  static final EnvVar<Long> WORK_BYTES =
      EnvVar.of(
          "NAMEPLATE_WORK_BYTES",
          ValueType.size(0, MAX_BYTES),
          WorkSettings.DEFAULT.maxBytes(),
          "The most that the work folder's files take together, in bytes.");
  static final EnvVar<KeyRing> KEYS =
      new EnvVar<>(
          "NAMEPLATE_KEYS",
          true,
          new ValueType<>(
              "id:secret,id:secret; ids of letters, digits, - and _, each once; secrets of 32 bytes"
                  + " or more without commas",
              KeyRing::parse,
              keys -> ""),
          KeyRing.NONE,
          "The keys of signed and sealed URLs. The first signs and seals new URLs, all of them"
              + " verify and open existing ones.");
  static final EnvVar<Access> ACCESS =
      EnvVar.of(
          "NAMEPLATE_ACCESS",
          ValueType.oneOf(
              "open or signed; signed needs NAMEPLATE_KEYS",
              List.of(Access.values()),
              Access::label),
          AccessSettings.DEFAULT.defaultAccess(),
          "Whether templates that do not set access take any URL or only signed ones.");

  /** All settings, in the order of the settings page. */
  public static final List<EnvVar<?>> ALL =
      all(
          HOST,
          PORT,
          TEMPLATES,
          FONTS,
          RELOAD,
          WARM_UP,
          BLOCKED_WORDS_FILE,
          DEADLINE,
          QUEUE,
          PERMITS,
          IMAGE_CACHE_BYTES,
          STANDARD_CACHE_BYTES,
          BACKGROUND_CACHE_BYTES,
          RESPONSE_CACHE_BYTES,
          ASSET_CACHE_BYTES,
          SCALED_CACHE_BYTES,
          ASSET_MAX_PIXELS,
          MAX_TARGET,
          FAULT_STATUS,
          STUDIO,
          WORK,
          WORK_BYTES,
          KEYS,
          ACCESS);

  private static List<EnvVar<?>> all(EnvVar<?>... general) {
    List<EnvVar<?>> all = new ArrayList<>(List.of(general));
    all.addAll(LoadVariables.ALL);
    all.addAll(RemoteVariables.ALL);
    all.addAll(ApiVariables.ALL);
    all.addAll(EditorVariables.ALL);
    all.addAll(NodeVariables.ALL);
    all.addAll(RedisVariables.ALL);
    return List.copyOf(all);
  }

  /**
   * Reads all settings.
   *
   * @param environment the variables of the process
   * @param options values by option, such as {@code --port}; they have precedence
   * @return the settings, with the default of each that is absent
   * @throws SettingsException that lists every setting with a wrong value
   */
  public static Settings read(Map<String, String> environment, Map<String, String> options) {
    Source source = new Source(environment, options, new ArrayList<>());
    HttpSettings http = http(source);
    Settings settings =
        new Settings(
            source.value(TEMPLATES),
            source.value(FONTS),
            source.value(RELOAD),
            source.value(WARM_UP),
            source.value(BLOCKED_WORDS_FILE),
            assets(source),
            serve(source),
            http,
            RemoteVariables.read(source),
            access(source),
            work(source),
            ApiVariables.read(source),
            EditorVariables.read(source),
            NodeVariables.read(source, http.trustedProxies()),
            RedisVariables.read(source));
    source.throwIfInvalid();
    return settings;
  }

  private static AssetSettings assets(Source source) {
    return new AssetSettings(
        source.value(ASSET_MAX_PIXELS),
        source.value(ASSET_CACHE_BYTES),
        source.value(SCALED_CACHE_BYTES));
  }

  private static ServeSettings serve(Source source) {
    return new ServeSettings(
        source.value(IMAGE_CACHE_BYTES),
        source.value(STANDARD_CACHE_BYTES),
        new BackgroundSettings(source.value(BACKGROUND_CACHE_BYTES), SERVE.backgrounds().first()),
        source.value(DEADLINE),
        source.value(QUEUE),
        source.value(PERMITS));
  }

  private static HttpSettings http(Source source) {
    return new HttpSettings(
        source.value(HOST),
        source.value(PORT),
        source.value(MAX_TARGET),
        source.value(FAULT_STATUS),
        source.value(RESPONSE_CACHE_BYTES),
        LoadVariables.connections(source),
        LoadVariables.trustedProxies(source),
        LoadVariables.rates(source),
        LoadVariables.monitoring(source),
        source.value(STUDIO));
  }

  private static WorkSettings work(Source source) {
    String place = source.value(WORK);
    Optional<Path> folder =
        switch (place) {
          case "none" -> Optional.empty();
          case "user" -> WorkPlace.ofUser(source.environment(), System.getProperty("os.name", ""));
          default -> WorkPlace.named(place);
        };
    if (folder.isEmpty() && !place.equals("none") && !place.equals("user")) {
      source.fault(WORK, "'" + place + "'");
    }
    return new WorkSettings(folder, source.value(WORK_BYTES));
  }

  /**
   * Reads {@code NAMEPLATE_KEYS} alone, for commands that serve nothing.
   *
   * @param environment the variables of the process
   * @return the keys; an empty ring where the setting is absent or empty
   * @throws SettingsException where the value is wrong; it does not quote the value
   */
  public static KeyRing keys(Map<String, String> environment) {
    Source source = new Source(environment, Map.of(), new ArrayList<>());
    KeyRing keys = source.value(KEYS);
    source.throwIfInvalid();
    return keys;
  }

  /**
   * Reads {@code NAMEPLATE_TEMPLATES} alone, for commands that can work without templates.
   *
   * @return the folder; empty where the setting is absent and the default folder does not exist
   * @throws SettingsException where the setting does not name a folder
   */
  public static Optional<Path> templates(
      Map<String, String> environment, Map<String, String> options) {
    boolean stated =
        environment.containsKey(TEMPLATES.name()) || options.containsKey(TEMPLATES.option());
    if (!stated) {
      return Optional.of(TEMPLATES.defaultValue()).filter(Files::isDirectory);
    }
    Source source = new Source(environment, options, new ArrayList<>());
    Path folder = source.value(TEMPLATES);
    source.throwIfInvalid();
    return Optional.of(folder);
  }

  private static AccessSettings access(Source source) {
    KeyRing keys = source.value(KEYS);
    Access access = source.value(ACCESS);
    if (access == Access.SIGNED && keys.isEmpty()) {
      source.fault(ACCESS, "'signed', and there is no key");
      return AccessSettings.DEFAULT;
    }
    return new AccessSettings(keys, access);
  }
}
