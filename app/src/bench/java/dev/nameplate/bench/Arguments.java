package dev.nameplate.bench;

import java.util.List;

/** {@code --name value} pairs of a command line. */
public record Arguments(List<String> words) {
  public Arguments {
    words = List.copyOf(words);
  }

  /** An option's value, or another where it is not there. */
  public String value(String option, String instead) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 == words.size() ? instead : words.get(at + 1);
  }

  /** An option's value as a number. */
  public double number(String option, double instead) {
    return Double.parseDouble(value(option, Double.toString(instead)));
  }

  /** The recipients of {@code --recipients FILE}, or a few of our own. */
  public List<Recipient> recipients() {
    String file = value("--recipients", "");
    return file.isEmpty() ? Recipient.few() : Recipient.read(java.nio.file.Path.of(file));
  }
}
