/** Bảng tính: tables in and out of .xlsx and .csv files. */
@ApplicationModule(
        displayName = "Bảng tính",
        allowedDependencies = {})
@NullMarked
package vn.ganbo.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
