package dev.nameplate.studio;

import java.util.List;
import java.util.Optional;

/**
 * A draft for the person who approves it.
 *
 * @param title the template's
 * @param id of the template
 * @param saved when the draft was saved last, in words
 * @param ends when the link ends, in words
 * @param width of the picture in pixels at 1x
 * @param height of the picture in pixels at 1x
 * @param cases samples first, then edge cases
 * @param findings what the check finds, a sentence each
 */
public record ReviewView(
    String title,
    String id,
    String saved,
    String ends,
    int width,
    int height,
    List<Case> cases,
    List<String> findings) {
  public ReviewView {
    cases = List.copyOf(cases);
    findings = List.copyOf(findings);
  }

  /**
   * The draft with some values.
   *
   * @param name of the sample or edge case
   * @param picture the path of the picture
   * @param alt its alternative text; empty if the template has none
   * @param words what differs from the usual picture
   * @param wrong what is wrong with it; empty for nothing
   */
  public record Case(
      String name, String picture, Optional<String> alt, List<String> words, List<String> wrong) {
    public Case {
      words = List.copyOf(words);
      wrong = List.copyOf(wrong);
    }
  }
}
