package dev.nameplate.promise;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.pipeline.background.BackgroundFiles;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Prepares backgrounds in a work folder until it is killed or done, as a program of its own. */
final class PreparingProcess {
  static final Path TEMPLATES = Path.of("templates");
  static final EngineIdentity ENGINE = new EngineIdentity("this", "build", "fonts");

  private static final Set<String> SOME = Set.of("coupon", "event-badge", "rewards", "welcome");
  private static final long BUDGET = 1L << 30;
  private static final List<Look> LOOKS =
      List.of(
          new Look(Scale.ONE, Format.PNG, Effort.FAST),
          new Look(Scale.ONE, Format.JPEG, Effort.FAST));

  private PreparingProcess() {}

  /** The folder, and the seed that decides the order of the templates. */
  public static void main(String[] arguments) {
    List<Template> templates = templates();
    Collections.shuffle(templates, new Random(Long.parseLong(arguments[1])));
    try (WorkFolder work = open(Path.of(arguments[0]))) {
      TwoWays ways = ways(work, 128L << 20);
      ways.joined(templates.get(0), query(templates.get(0)), LOOKS.get(0));
      System.out.println("prepares");
      draw(ways, templates);
    }
  }

  /** Draws the templates from a folder, as a process would that starts now, and compares. */
  static void check(Path folder) {
    try (WorkFolder work = open(folder)) {
      TwoWays ways = ways(work, 0);
      for (Template template : templates()) {
        for (Look look : LOOKS) {
          String query = query(template);
          byte[] joined = ways.joined(template, query, look);
          if (ways.difference(joined, template, query, look) != 0) {
            throw new AssertionError(template.id() + " differs: " + look);
          }
        }
      }
    }
  }

  private static void draw(TwoWays ways, List<Template> templates) {
    for (Template template : templates) {
      for (Look look : LOOKS) {
        for (Sample sample : Sample.read(TEMPLATES, template.id())) {
          byte[] unused = ways.joined(template, sample.query(), look);
        }
      }
    }
  }

  /** A few, of flat colors, a photograph, a gradient and choices. */
  private static List<Template> templates() {
    return new ArrayList<>(
        new TemplateLibrary(TEMPLATES, List.of())
            .all().stream().filter(template -> SOME.contains(template.id())).toList());
  }

  private static String query(Template template) {
    return Sample.read(TEMPLATES, template.id()).get(0).query();
  }

  private static WorkFolder open(Path folder) {
    return WorkFolder.open(new WorkSettings(Optional.of(folder), BUDGET));
  }

  private static TwoWays ways(WorkFolder work, long heap) {
    BackgroundFiles files = new BackgroundFiles(() -> work, ENGINE);
    return new TwoWays(TEMPLATES, new TwoWays.Backgrounds(heap, Optional.of(files), Runnable::run));
  }
}
