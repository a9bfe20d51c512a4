package dev.nameplate.studio;

import java.util.List;

/**
 * What the shell of a page of the editor holds.
 *
 * @param title of the page
 * @param kind its class: {@code editor} or {@code new}
 * @param stylesheet its path
 * @param script the path of the module that fills the page
 * @param importMap JSON (HTML, section 8.1.5.2), written as it is: the policy names its digest
 * @param ahead what the script is going to need
 * @param bootstrap JSON that the script begins with
 */
public record EditorShell(
    String title,
    String kind,
    String stylesheet,
    String script,
    String importMap,
    Ahead ahead,
    String bootstrap) {

  /**
   * Files that a browser asks for before scripts name them.
   *
   * @param modules paths of modules
   * @param data paths of files that scripts fetch
   */
  public record Ahead(List<String> modules, List<String> data) {
    public Ahead {
      modules = List.copyOf(modules);
      data = List.copyOf(data);
    }
  }

  /**
   * Returns the bootstrap as it may stand in an element {@code script}: JSON without the characters
   * by which HTML could end or nest it.
   */
  public String escapedBootstrap() {
    return bootstrap
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
