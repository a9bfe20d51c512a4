package dev.nameplate.edit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of drafts as templates, with the checks that published templates pass. Results are
 * kept for a while, since a picture and its boxes are asked for one after the other. Safe for many
 * threads.
 */
public final class DraftReader {
  /** How many results are kept. */
  private static final int KEPT = 64;

  private final TemplateReader reader = new TemplateReader();
  private final TemplateSource source;
  private final List<TemplateCheck> checks;
  private final Cache<String, ParseResult> results =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  DraftReader(TemplateSource source, List<TemplateCheck> checks) {
    this.source = source;
    this.checks = List.copyOf(checks);
  }

  /**
   * Reads a text.
   *
   * @param assetsOf the template whose assets it uses
   * @param text of a {@code template.json}
   * @return the template, whose id is that of {@code assetsOf}, or all its faults
   * @throws java.io.UncheckedIOException where an asset cannot be read
   */
  public ParseResult read(TemplateId assetsOf, String text) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    var assets = source.assets(assetsOf);
    String key = assetsOf + " " + Sha256.hex(json) + source.print(assetsOf) + assets.paths();
    return results.get(key, absent -> checked(reader.read(assetsOf, json, assets)));
  }

  private ParseResult checked(ParseResult result) {
    if (!(result instanceof ParseResult.Usable usable)) {
      return result;
    }
    List<TemplateFault> faults = new ArrayList<>(faults(usable.template()));
    usable
        .template()
        .standard()
        .ifPresent(
            design ->
                faults(design).stream()
                    .map(fault -> fault.within("standard"))
                    .forEach(faults::add));
    return faults.isEmpty() ? result : new ParseResult.Faulty(faults);
  }

  private List<TemplateFault> faults(Template template) {
    return checks.stream().flatMap(check -> check.faults(template).stream()).toList();
  }
}
