/** Văn bản: numbered papers: series without gaps, stored bytes with a checksum. */
@ApplicationModule(
        displayName = "Văn bản",
        allowedDependencies = {"web", "spreadsheet", "database", "organisation", "installation"})
@NullMarked
package vn.ganbo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
