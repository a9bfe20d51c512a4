package dev.nameplate.bench;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The program with the benchmark's templates, on a free port of this machine, its bases packed. */
public final class Workloads implements AutoCloseable {
  /** Relative to the repository's root, where benchmarks are started. */
  public static final Path TEMPLATES = Path.of("app/load/templates");

  private final Settings settings =
      Settings.read(
          Map.of("NAMEPLATE_HOST", "127.0.0.1", "PORT", "0", "NAMEPLATE_QUICK", "off"),
          Map.of("--templates", TEMPLATES.toString()));
  private final Application application = Application.open(settings, InstantSource.system());

  /** The settings that the program runs with. */
  public Settings settings() {
    return settings;
  }

  /** The running program. */
  public Application application() {
    return application;
  }

  /** A workload's template, {@code w1}. */
  public Template template(String id) {
    return application.templates().find(id).orElseThrow();
  }

  @Override
  public void close() {
    application.close();
  }
}
