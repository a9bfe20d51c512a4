package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The scripts and style sheets of the editor, its schema, and the libraries that its import map
 * names. A digest or a version stands in each path, so that browsers keep them for good. They are
 * read at their first use and then kept, compressed.
 */
final class EditorFiles {
  private static final String FOLDER = "/editor";
  private static final String SCHEMA = "template.schema.json";
  private static final String LIB = "/editor/lib/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final int DIGEST_BYTES = 6;
  private static final Pattern LIBRARY_FILE =
      Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)*");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  /** The libraries, as the pom pins them, and the modules of theirs that scripts import. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "lit", "3.3.2",
          "lit-html", "3.3.2",
          "lit-element", "4.2.2",
          "lit__reactive-element", "2.1.2",
          "sortablejs", "1.15.6");

  private final Lazy<Map<String, byte[]>> own = new Lazy<>(EditorFiles::read);
  private final Lazy<String> digest = new Lazy<>(() -> digest(own.get()));

  /** The modules of each entry. */
  private final Map<String, List<String>> modules = new ConcurrentHashMap<>();

  /** Compressed files by their name on the class path. */
  private final Map<String, byte[]> compressed = new ConcurrentHashMap<>();

  /** The path of a file of the editor. */
  String path(String name) {
    return FOLDER + "/" + digest.get() + "/" + name;
  }

  /** The path of the schema of templates. */
  String schema() {
    return path(SCHEMA);
  }

  /** The import map (HTML, section 8.1.5.2), as it stands in the page. */
  static String importMap() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode node = root.putObject("imports");
    imports().forEach(node::put);
    return root.toString();
  }

  private static Map<String, String> imports() {
    Map<String, String> imports = new LinkedHashMap<>();
    imports.put("lit", lib("lit") + "index.js");
    imports.put("lit/", lib("lit"));
    imports.put("lit-html", lib("lit-html") + "lit-html.js");
    imports.put("lit-html/", lib("lit-html"));
    imports.put("lit-element/", lib("lit-element"));
    imports.put("@lit/reactive-element", lib("lit__reactive-element") + "reactive-element.js");
    imports.put("@lit/reactive-element/", lib("lit__reactive-element"));
    imports.put("sortablejs", lib("sortablejs") + "modular/sortable.esm.js");
    return imports;
  }

  /** The paths of all modules that a script of the editor needs. */
  List<String> modules(String name) {
    return modules.computeIfAbsent(
        name, entry -> new ModuleGraph(imports(), this::file).below(path(entry)));
  }

  private Optional<byte[]> file(String path) {
    String ours = path("");
    if (path.startsWith(ours)) {
      return Optional.ofNullable(own.get().get(path.substring(ours.length())));
    }
    return path.startsWith(LIB)
        ? ProgramFiles.read(WEBJARS + path.substring(LIB.length()))
        : Optional.empty();
  }

  /** The source by which a Content-Security-Policy allows the import map (CSP 3, section 2.3.1). */
  static String importMapSource() {
    byte[] sum = Sha256.start().digest(importMap().getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
  }

  private static String lib(String name) {
    return LIB + name + "/" + VERSIONS.get(name) + "/";
  }

  /** Adds the routes of all files; any other path is 404. */
  void addTo(RoutesConfig routes) {
    routes.get(LIB + "{name}/{version}/<file>", this::library);
    routes.head(LIB + "{name}/{version}/<file>", this::library);
    routes.get(FOLDER + "/{digest}/<file>", this::own);
    routes.head(FOLDER + "/{digest}/<file>", this::own);
  }

  private void own(Context context) {
    String name = context.pathParam("file");
    byte[] file = own.get().get(name);
    if (file == null || !context.pathParam("digest").equals(digest.get())) {
      throw new NotFoundResponse();
    }
    send(context, FOLDER + "/" + name, file);
  }

  private void library(Context context) {
    String name = context.pathParam("name");
    String file = context.pathParam("file");
    String version = context.pathParam("version");
    if (!version.equals(VERSIONS.get(name)) || !LIBRARY_FILE.matcher(file).matches()) {
      throw new NotFoundResponse();
    }
    String path = WEBJARS + name + "/" + version + "/" + file;
    if (!file.endsWith(".js")) {
      throw new NotFoundResponse();
    }
    send(context, path, ProgramFiles.read(path).orElseThrow(NotFoundResponse::new));
  }

  private void send(Context context, String key, byte[] file) {
    String ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Vary", "Accept-Encoding");
    context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
    String accepted = Optional.ofNullable(context.header("Accept-Encoding")).orElse("");
    byte[] body = file;
    if (accepted
        .toLowerCase(Locale.ROOT)
        .matches("(.*[, ])?gzip( *$| *,.*| *;(?! *q=0(\\.0*)?( |,|$)).*)")) {
      context.header("Content-Encoding", "gzip");
      body = compressed.computeIfAbsent(key, absent -> gzip(file));
    }
    context.res().setContentLength(body.length);
    context.result(body);
  }

  private static byte[] gzip(byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> files = new LinkedHashMap<>(ProgramFiles.below(FOLDER));
    ProgramFiles.read("/schema/" + SCHEMA).ifPresent(schema -> files.put(SCHEMA, schema));
    return Map.copyOf(files);
  }

  private static String digest(Map<String, byte[]> files) {
    MessageDigest digest = Sha256.start();
    files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            file -> {
              digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
              digest.update(file.getValue());
            });
    return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
  }
}
