package dev.nameplate.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.edit.text.JsonEdit;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.template.parse.TemplateReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drafts beside the templates that they change. Its methods do file I/O. Safe for many threads. */
public final class Drafts {
  private static final Set<String> LISTS = Set.of("layers", "children");

  /** How many published files are kept as they were read: each picture of a draft asks for one. */
  private static final int KEPT = 16;

  private final TemplateFiles files;
  private final DraftStore store;
  private final InstantSource clock;
  private final Cache<TemplateId, ReadFile> readFiles =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /** A published file's bytes, and what was read from them. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by its content.
  private record ReadFile(byte[] bytes, Published published) {}

  /**
   * @param files of the published templates
   * @param store keeps drafts
   * @param clock says when a draft is saved
   */
  public Drafts(TemplateFiles files, DraftStore store, InstantSource clock) {
    this.files = files;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Returns a template as it is being edited; empty where there is neither a draft nor a template
   * of this id.
   *
   * @throws java.io.UncheckedIOException where the template's file cannot be read
   */
  public Optional<DraftState> find(TemplateId id) {
    Optional<Published> published = published(id);
    return store
        .find(id)
        .or(() -> published.map(file -> Draft.unsaved(file.text())))
        .map(draft -> new DraftState(id, draft, published, hasAssets(id)));
  }

  private boolean hasAssets(TemplateId id) {
    return TemplateAssets.FOLDERS.stream().anyMatch(folder -> !files.paths(id, folder).isEmpty());
  }

  /** Returns the ids of all stored drafts in ascending order. */
  public List<TemplateId> ids() {
    return store.ids();
  }

  /**
   * Returns the published file of a template; empty where there is none.
   *
   * @throws java.io.UncheckedIOException where it cannot be read
   */
  public Optional<Published> published(TemplateId id) {
    String fingerprint = files.fingerprint(id);
    return files.read(id, TemplateReader.FILE).map(bytes -> published(id, bytes, fingerprint));
  }

  private Published published(TemplateId id, byte[] bytes, String fingerprint) {
    ReadFile known = readFiles.getIfPresent(id);
    if (known != null
        && known.published().fingerprint().equals(fingerprint)
        && Arrays.equals(known.bytes(), bytes)) {
      return known.published();
    }
    Published published = published(bytes, fingerprint);
    readFiles.put(id, new ReadFile(bytes, published));
    return published;
  }

  private static Published published(byte[] bytes, String fingerprint) {
    Optional<JsonText> json =
        JsonText.parse(bytes) instanceof JsonText.Parsed.Usable usable
                && usable.json().root().isObject()
            ? Optional.of(usable.json())
            : Optional.empty();
    return new Published(
        Draft.publishedTag(bytes), fingerprint, new String(bytes, StandardCharsets.UTF_8), json);
  }

  /**
   * Saves a draft. Its text has the form of the published file wherever nothing changed.
   *
   * @param json the whole template, JSON in UTF-8
   * @param expected the tag of the draft that it is made from
   * @throws java.io.UncheckedIOException where the template's file cannot be read
   */
  public SaveResult save(TemplateId id, byte[] json, String expected) {
    if (json.length > Draft.MAX_BYTES) {
      return tooLarge(json.length);
    }
    JsonText.Parsed parsed = JsonText.parse(json);
    if (parsed instanceof JsonText.Parsed.Broken broken) {
      return new SaveResult.Malformed(broken.place(), broken.problem());
    }
    JsonText mine = ((JsonText.Parsed.Usable) parsed).json();
    if (!mine.root().isObject()) {
      return new SaveResult.Malformed(Optional.empty(), "a template is a JSON object, { … }");
    }
    int layers = layers(mine.root());
    return layers > Draft.MAX_LAYERS
        ? new SaveResult.TooLarge(layers + " layers", "at most " + Draft.MAX_LAYERS)
        : find(id).map(state -> save(state, mine, expected)).orElseGet(SaveResult.Unknown::new);
  }

  private SaveResult save(DraftState state, JsonText mine, String expected) {
    if (!state.draft().etag().equals(expected)) {
      return new SaveResult.Conflict(state, mine);
    }
    String text = text(state, mine.root());
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > Draft.MAX_BYTES) {
      return tooLarge(length);
    }
    if (text.equals(state.draft().text())) {
      return new SaveResult.Saved(state);
    }
    Draft before = state.draft();
    return store(
        state,
        new Draft(before.revision(), before.savedAt(), before.assetsOf(), text, before.samples()),
        mine);
  }

  private SaveResult store(DraftState state, Draft next, JsonText mine) {
    DraftStore.Result result = store.save(state.id(), next, stored(state.draft()), clock.instant());
    if (result instanceof DraftStore.Result.Done done) {
      return new SaveResult.Saved(
          new DraftState(state.id(), done.draft(), state.published(), state.ownAssets()));
    }
    return result instanceof DraftStore.Result.Conflict
        ? find(state.id())
            .<SaveResult>map(theirs -> new SaveResult.Conflict(theirs, mine))
            .orElseGet(SaveResult.Unknown::new)
        : new SaveResult.Refused();
  }

  /**
   * Saves a draft's samples, which publishing writes to {@code samples.json}. They have the form of
   * the file wherever nothing changed.
   *
   * @param json JSON in UTF-8: an object of samples by name
   * @param expected as for {@link #save(TemplateId, byte[], String)}
   * @throws java.io.UncheckedIOException where a file cannot be read
   */
  public SaveResult saveSamples(TemplateId id, byte[] json, String expected) {
    if (json.length > DraftSamples.MAX_BYTES) {
      return new SaveResult.TooLarge(
          json.length + " bytes of samples", "at most " + DraftSamples.MAX_BYTES);
    }
    JsonText.Parsed parsed = JsonText.parse(json);
    if (parsed instanceof JsonText.Parsed.Broken broken) {
      return new SaveResult.Malformed(broken.place(), broken.problem());
    }
    JsonNode root = ((JsonText.Parsed.Usable) parsed).json().root();
    Optional<String> wrong = DraftSamples.fault(root);
    return wrong.isPresent()
        ? new SaveResult.Malformed(Optional.empty(), wrong.get())
        : find(id)
            .map(state -> saveSamples(state, root, expected))
            .orElseGet(SaveResult.Unknown::new);
  }

  private SaveResult saveSamples(DraftState state, JsonNode samples, String expected) {
    Draft before = state.draft();
    JsonText mine = state.json().orElseGet(() -> new JsonText("{}", samples));
    if (!before.etag().equals(expected)) {
      return new SaveResult.Conflict(state, mine);
    }
    Optional<String> now = DraftSamples.text(files, state);
    String text =
        now.flatMap(DraftSamples::json)
            .map(base -> JsonEdit.apply(base, samples))
            .orElseGet(() -> JsonEdit.create(samples));
    return now.equals(Optional.of(text))
        ? new SaveResult.Saved(state)
        : store(
            state,
            new Draft(
                before.revision(),
                before.savedAt(),
                before.assetsOf(),
                before.text(),
                Optional.of(text)),
            mine);
  }

  /** In the form of the published file, or of the draft before, or of our own templates. */
  private static String text(DraftState state, JsonNode next) {
    return state
        .published()
        .flatMap(Published::json)
        .or(state::json)
        .map(base -> JsonEdit.apply(base, next))
        .orElseGet(() -> JsonEdit.create(next));
  }

  private static Optional<String> stored(Draft draft) {
    return Optional.of(draft).filter(each -> each.revision() > 0).map(Draft::etag);
  }

  private static SaveResult tooLarge(int bytes) {
    return new SaveResult.TooLarge(bytes + " bytes", "at most " + Draft.MAX_BYTES);
  }

  private static int layers(JsonNode node) {
    int count = 0;
    for (var member : node.properties()) {
      JsonNode value = member.getValue();
      count += LISTS.contains(member.getKey()) && value.isArray() ? value.size() : 0;
      count += layers(value);
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        count += layers(each);
      }
    }
    return count;
  }

  /**
   * Throws a draft away.
   *
   * @param expected the tag of the stored draft; of one of which nothing is stored nothing is
   *     deleted
   * @return as {@link DraftStore#delete}
   * @throws java.io.UncheckedIOException where the template's file cannot be read
   */
  public DraftStore.Result discard(TemplateId id, String expected) {
    Optional<DraftState> state = find(id);
    if (state.isPresent() && state.get().draft().revision() == 0) {
      Draft draft = state.get().draft();
      return draft.etag().equals(expected)
          ? new DraftStore.Result.Done(draft)
          : new DraftStore.Result.Conflict(Optional.of(draft));
    }
    return store.delete(id, expected);
  }

  /** Returns whether a template, its versions or a draft have an id. */
  public boolean isTaken(TemplateId id) {
    return files.read(id, TemplateReader.FILE).isPresent()
        || !files.paths(id).isEmpty()
        || store.find(id).isPresent();
  }

  /**
   * Stores the first draft of a new template. Nothing is written to the templates.
   *
   * @param id that is not taken
   * @param from the template whose text and assets it begins with; empty for none
   * @param root what it holds
   * @return as {@link DraftStore#save}
   */
  public DraftStore.Result create(TemplateId id, Optional<DraftState> from, JsonNode root) {
    String text =
        from.flatMap(state -> state.published().flatMap(Published::json))
            .map(base -> JsonEdit.apply(base, root))
            .orElseGet(() -> JsonEdit.create(root));
    Draft draft = new Draft(0, Optional.empty(), from.map(DraftState::id), text);
    return store.save(id, draft, Optional.empty(), clock.instant());
  }
}
