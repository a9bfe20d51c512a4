package dev.nameplate.snippet.client;

import java.util.Arrays;
import java.util.Optional;

/** A language in which a call of the API can be written, with nothing but its standard library. */
public enum ClientLanguage {
  CURL("curl", "cURL", "bash"),
  PYTHON("python", "Python", "python"),
  JAVASCRIPT("javascript", "JavaScript", "js"),
  PHP("php", "PHP", "php"),
  JAVA("java", "Java", "java");

  private final String id;
  private final String title;
  private final String fence;

  ClientLanguage(String id, String title, String fence) {
    this.id = id;
    this.title = title;
    this.fence = fence;
  }

  /** Returns the lower-case name that forms use. */
  public String id() {
    return id;
  }

  /** Returns the name as people write it. */
  public String title() {
    return title;
  }

  /** Returns the word that names the language at the beginning of a code block in Markdown. */
  public String fence() {
    return fence;
  }

  /** Returns the language with an id; empty if there is none. */
  public static Optional<ClientLanguage> ofId(String id) {
    return Arrays.stream(values()).filter(language -> language.id.equals(id)).findFirst();
  }
}
