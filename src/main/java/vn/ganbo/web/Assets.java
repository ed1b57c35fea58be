package vn.ganbo.web;

/** The address of a static file with its content hash, safe to cache for a year. */
@FunctionalInterface
public interface Assets {
    String url(String path);
}
