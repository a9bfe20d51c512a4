package dev.nameplate.asset.decode.jpeg;

/**
 * A JPEG file that has only tables and scans, and an end marker.
 *
 * @param file the bytes; must not be changed
 * @param isEnded whether the original file had an end marker; if not, one was appended
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
public record JpegScans(byte[] file, boolean isEnded) {}
