package dev.nameplate.template.fault;

import java.util.Comparator;

/**
 * One thing wrong with a template, for its author.
 *
 * @param file relative to the template folder, {@code welcome/template.json}
 * @param path a JSON path, {@code $.layers[2].box}; {@code $} for the file as a whole
 * @param found what stands there, shortened
 * @param allowed what may stand there
 */
public record TemplateFault(String file, String path, String found, String allowed)
    implements Comparable<TemplateFault> {
  /** One line for a log or a picture. */
  public String sentence() {
    return file + " " + path + ": found " + found + "; allowed: " + allowed;
  }

  /** The same fault, found below a key of the file. */
  public TemplateFault within(String key) {
    return new TemplateFault(file, "$." + key + path.substring(1), found, allowed);
  }

  @Override
  public int compareTo(TemplateFault other) {
    return Comparator.comparing(TemplateFault::file)
        .thenComparing(TemplateFault::path)
        .thenComparing(TemplateFault::found)
        .compare(this, other);
  }
}
