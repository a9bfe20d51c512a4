package dev.nameplate.template.fault;

import java.util.Comparator;

/**
 * A fault in a template's file, worded for its author. Faults sort by file, path and what was
 * found.
 *
 * @param file path below the folder of templates, {@code welcome/template.json}
 * @param path JSON path, {@code $.layers[2].box}; {@code $} for the whole file
 * @param found what stands there, shortened
 * @param allowed what may stand there
 */
public record TemplateFault(String file, String path, String found, String allowed)
    implements Comparable<TemplateFault> {
  /**
   * The fault as one line of text: file, path, what was found and what is allowed, {@code
   * welcome/template.json $.width: found 0; allowed: a whole number from 1 to 4096}.
   */
  public String sentence() {
    return file + " " + path + ": found " + found + "; allowed: " + allowed;
  }

  /**
   * This fault with its path moved below a key of the file's top object: {@code $.box} within
   * {@code standard} is {@code $.standard.box}.
   *
   * @param key a key of the top object, without {@code $} and dots
   */
  public TemplateFault within(String key) {
    return new TemplateFault(file, "$." + key + path.substring(1), found, allowed);
  }

  /**
   * This fault as one of another file.
   *
   * @param other its path below the folder of templates, {@code welcome/versions/2/template.json}
   */
  public TemplateFault inFile(String other) {
    return new TemplateFault(other, path, found, allowed);
  }

  @Override
  public int compareTo(TemplateFault other) {
    return Comparator.comparing(TemplateFault::file)
        .thenComparing(TemplateFault::path)
        .thenComparing(TemplateFault::found)
        .compare(this, other);
  }
}
