package dev.nameplate.batch.archive;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file's name says of its row: a text in ASCII letters and digits with dashes between, as
 * every file system takes them. Other scripts are transliterated by ICU's rules, so {@code Ελένη}
 * is {@code elene}. Safe for several threads.
 */
public final class FileSlug {
  private static final int MOST = 48;
  private static final int ASCII = 0x80;
  private static final Pattern APOSTROPHES = Pattern.compile("['’]");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

  /** Returns the slug of a text: at most 48 characters; empty where nothing of it can be said. */
  public String of(String text) {
    String begin = text.length() > 4 * MOST ? text.substring(0, 4 * MOST) : text;
    String small = ascii(begin).toLowerCase(Locale.ROOT);
    String joined = OTHERS.matcher(APOSTROPHES.matcher(small).replaceAll("")).replaceAll("-");
    String slug = EDGES.matcher(joined).replaceAll("");
    return slug.length() > MOST ? EDGES.matcher(slug.substring(0, MOST)).replaceAll("") : slug;
  }

  /** ICU takes long, and leaves ASCII as it is. */
  private String ascii(String text) {
    if (text.chars().allMatch(sign -> sign < ASCII)) {
      return text;
    }
    synchronized (latin) {
      return latin.transliterate(text);
    }
  }
}
