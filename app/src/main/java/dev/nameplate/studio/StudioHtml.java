package dev.nameplate.studio;

import dev.nameplate.template.fault.TemplateFault;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/**
 * Writes the studio's pages as HTML, with the templates under {@code src/main/jte/studio}, which
 * are compiled with the program. What is put into a page is escaped for the place where it stands.
 */
public final class StudioHtml {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private final String assets;
  private final boolean editor;

  /**
   * @param assets the path of stylesheets and scripts, with a slash at its end
   * @param editor whether pages lead to the editor
   */
  public StudioHtml(String assets, boolean editor) {
    this.assets = assets;
    this.editor = editor;
  }

  /**
   * The first page: every template with a live picture.
   *
   * @param cards one for each template that can be shown; may be empty
   * @param faults of all templates, those that cannot be shown among them; may be empty
   * @return a whole HTML document
   */
  public String gallery(List<TemplateCard> cards, List<TemplateFault> faults) {
    return page(
        "gallery", Map.of("assets", assets, "cards", cards, "faults", faults, "editor", editor));
  }

  /**
   * The page that is shown instead of a template's page where the template cannot be used.
   *
   * @param faults of its files; empty where there are no files
   * @return a whole HTML document
   */
  public String missing(List<TemplateFault> faults) {
    return page("missing", Map.of("assets", assets, "faults", faults));
  }

  /**
   * The page of a template: the picture, what goes into it, and what to paste.
   *
   * @param view what the page shows
   * @return a whole HTML document
   */
  public String template(TemplateView view) {
    return page("template", Map.of("assets", assets, "view", view, "editor", editor));
  }

  /**
   * The contact sheet of a template: a picture for each row of its matrix of test data.
   *
   * @param view what the page shows
   * @return a whole HTML document
   */
  public String sheet(SheetView view) {
    return page("sheet", Map.of("assets", assets, "view", view));
  }

  /**
   * The page on which a list becomes a job.
   *
   * @param view what the page shows
   * @return a whole HTML document
   */
  public String batch(BatchView view) {
    return page("batch", Map.of("assets", assets, "view", view));
  }

  /**
   * The page for the person who approves a draft. It has no script.
   *
   * @param stylesheet the path of the editor's style sheet
   * @return a whole HTML document
   */
  public static String review(String stylesheet, ReviewView view) {
    return page("review", Map.of("stylesheet", stylesheet, "view", view));
  }

  /**
   * The list of jobs.
   *
   * @param jobs the newest first; may be empty
   * @return a whole HTML document
   */
  public String batches(List<JobView> jobs) {
    return page("batches", Map.of("assets", assets, "jobs", jobs));
  }

  /**
   * The page of a job.
   *
   * @param view what the page shows
   * @return a whole HTML document
   */
  public String job(JobView view) {
    return page("job", Map.of("assets", assets, "view", view));
  }

  /**
   * The page of the fleet.
   *
   * @param view what the page shows
   * @return a whole HTML document
   */
  public String fleet(FleetView view) {
    return page("fleet", Map.of("assets", assets, "view", view));
  }

  /**
   * What is shown where a page of jobs cannot be.
   *
   * @param what is wrong, and what to do
   * @param back the path of the page to go on with; empty for none
   * @param login the path that takes a token; empty where a new session would not help
   * @return a whole HTML document
   */
  public String noJob(String what, String back, String login) {
    return page("nojob", Map.of("assets", assets, "what", what, "back", back, "login", login));
  }

  /**
   * The page on which the API can be read and tried.
   *
   * @param ui the path of swagger-ui's files, without a slash at its end
   * @return a whole HTML document
   */
  public static String api(String ui) {
    return page("api", Map.of("ui", ui));
  }

  /**
   * The shell of a page of the editor, which scripts fill.
   *
   * @return a whole HTML document
   */
  public static String editor(EditorShell shell) {
    return page("editor", Map.of("shell", shell));
  }

  /**
   * The page that takes a token.
   *
   * @param stylesheet its path
   * @param to where the page leads, a path of this server
   * @param error a sentence that says why the last token was refused; empty for none
   * @return a whole HTML document
   */
  public static String login(String stylesheet, String to, String error) {
    return page("login", Map.of("stylesheet", stylesheet, "to", to, "error", error));
  }

  private static String page(String name, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    ENGINE.render("studio/" + name + ".jte", parameters, output);
    return output.toString();
  }
}
