package vn.ganbo.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ganbo.kernel.Show;

/** The demonstration's two lists, as an office would hand them in: they go through the import. */
class DemoSheets {
    /** A workplace or a ward of the invented province. */
    record Committee(String code, String name, String commune, int cells) {
        boolean residence() {
            return !commune.isEmpty();
        }

        String cell(int n) {
            return code.substring(0, 7) + "%03d.000.001".formatted(n);
        }
    }

    static final String PROVINCE = "99.000.000.000.000";
    static final Committee HOA_BAN =
            new Committee("99.101.000.000.000", "phường Hoa Ban", "99001", 12);
    static final Committee SUOI_MO =
            new Committee("99.102.000.000.000", "phường Suối Mơ", "99002", 5);
    static final Committee NA_LINH = new Committee("99.103.000.000.000", "xã Nà Lĩnh", "99003", 4);
    static final List<Committee> WARDS = List.of(HOA_BAN, SUOI_MO, NA_LINH);
    static final List<Committee> WORKPLACES =
            List.of(
                    new Committee("99.501.000.000.000", "Sở Y tế", "", 5),
                    new Committee("99.503.000.000.000", "Bệnh viện Đa khoa tỉnh", "", 6),
                    new Committee("99.504.000.000.000", "Trường THPT Chuyên", "", 4),
                    new Committee("99.505.000.000.000", "Kho bạc Nhà nước khu vực", "", 3));

    /** The headings of the list of members. */
    static final List<String> PEOPLE_HEADINGS =
            List.of(
                    "STT",
                    "Họ và tên",
                    "Ngày sinh",
                    "Giới tính",
                    "Dân tộc",
                    "Số thẻ đảng viên",
                    "Ngày vào Đảng",
                    "Ngày chính thức",
                    "Chức vụ",
                    "Mã chi bộ",
                    "Số nhà, đường",
                    "Mã chi bộ nơi cư trú",
                    "Mã xã/phường nơi cư trú",
                    "Điện thoại",
                    "Sở trường",
                    "Diện miễn");

    private static final String[] ROOMS = {
        "Văn phòng",
        "Tổ chức - Hành chính",
        "Kế hoạch - Tài chính",
        "Nghiệp vụ",
        "Thanh tra",
        "Cơ sở 2"
    };

    /** Own members of each residential cell. */
    private static final int RESIDENTS = 14;

    private final DemoNames names;
    private final int members;

    DemoSheets(DemoNames names, int members) {
        this.names = names;
        this.members = members;
    }

    byte[] organisations() {
        List<String[]> rows = new ArrayList<>();
        rows.add(
                new String[] {
                    "Mã tổ chức đảng",
                    "Tên tổ chức đảng",
                    "Loại tổ chức",
                    "Mã tổ chức cấp trên",
                    "Loại hình",
                    "Mã xã/phường"
                });
        rows.add(
                new String[] {
                    PROVINCE, "Đảng bộ tỉnh Sông Ngàn", "Đảng bộ tỉnh", "", "Cấp ủy cấp tỉnh", ""
                });
        for (Committee ward : WARDS) {
            rows.add(
                    new String[] {
                        ward.code(),
                        "Đảng bộ " + ward.name(),
                        "Đảng bộ xã, phường",
                        PROVINCE,
                        "Khu dân cư",
                        ward.commune()
                    });
            for (int n = 1; n <= ward.cells(); n++) {
                String kind = ward.equals(NA_LINH) ? "Bản " : "Tổ dân phố ";
                rows.add(
                        new String[] {
                            ward.cell(n),
                            "Chi bộ " + kind + n,
                            "Chi bộ",
                            ward.code(),
                            "Khu dân cư",
                            ward.commune()
                        });
            }
        }
        for (Committee workplace : WORKPLACES) {
            rows.add(
                    new String[] {
                        workplace.code(),
                        "Đảng bộ " + workplace.name(),
                        "Đảng bộ cơ sở",
                        PROVINCE,
                        "Cơ quan, đơn vị, doanh nghiệp",
                        ""
                    });
            for (int n = 1; n <= workplace.cells(); n++) {
                rows.add(
                        new String[] {
                            workplace.cell(n),
                            "Chi bộ " + ROOMS[n - 1],
                            "Chi bộ",
                            workplace.code(),
                            "Cơ quan, đơn vị, doanh nghiệp",
                            ""
                        });
            }
        }
        return csv(rows);
    }

    byte[] people() {
        List<String[]> rows = new ArrayList<>();
        rows.add(PEOPLE_HEADINGS.toArray(String[]::new));
        for (int i = 1; i <= members; i++) {
            rows.add(person(i));
        }
        return csv(rows);
    }

    private String[] person(int i) {
        boolean woman = names.woman();
        Committee workplace = WORKPLACES.get(i % WORKPLACES.size());
        int share = names.below(100);
        Committee ward = share < 55 ? HOA_BAN : share < 85 ? SUOI_MO : NA_LINH;
        LocalDate birth =
                LocalDate.of(1966 + names.below(34), 1 + names.below(12), 1 + names.below(28));
        LocalDate admitted =
                birth.plusYears(20 + names.below(5))
                        .withMonth(1 + names.below(12))
                        .withDayOfMonth(1 + names.below(28));
        return new String[] {
            Integer.toString(i),
            names.name(woman),
            Show.date(birth),
            woman ? "Nữ" : "Nam",
            names.below(3) == 0 ? "Tày" : "Kinh",
            "99.%06d".formatted(100_000 + i * 37),
            Show.date(admitted),
            Show.date(admitted.plusYears(1)),
            names.trade(),
            workplace.cell(1 + names.below(workplace.cells())),
            names.address(),
            ward.cell(1 + names.below(ward.cells())),
            ward.commune(),
            names.phone(),
            names.skill(),
            i % 25 == 0 ? "Miễn sinh hoạt nơi cư trú" : ""
        };
    }

    /** The wards' own members: Party life and home in the same cell, most of them retired. */
    byte[] residents() {
        List<String[]> rows = new ArrayList<>();
        rows.add(PEOPLE_HEADINGS.toArray(String[]::new));
        for (Committee ward : WARDS) {
            for (int n = 1; n <= ward.cells(); n++) {
                for (int i = 0; i < RESIDENTS; i++) {
                    rows.add(resident(rows.size(), ward, n));
                }
            }
        }
        return csv(rows);
    }

    private String[] resident(int i, Committee ward, int n) {
        boolean woman = names.woman();
        boolean retired = names.below(10) < 6;
        LocalDate birth =
                LocalDate.of(
                        (retired ? 1946 : 1972) + names.below(retired ? 18 : 28),
                        1 + names.below(12),
                        1 + names.below(28));
        LocalDate admitted = birth.plusYears(22 + names.below(6)).withDayOfMonth(19);
        return new String[] {
            Integer.toString(i),
            names.name(woman),
            Show.date(birth),
            woman ? "Nữ" : "Nam",
            names.below(3) == 0 ? "Tày" : "Kinh",
            "99.%06d".formatted(500_000 + i * 41),
            Show.date(admitted),
            Show.date(admitted.plusYears(1)),
            retired ? "Nghỉ hưu" : names.livelihood(),
            ward.cell(n),
            names.address(),
            "",
            ward.commune(),
            names.phone(),
            names.skill(),
            ""
        };
    }

    private static byte[] csv(List<String[]> rows) {
        StringBuilder out = new StringBuilder("\ufeff");
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                out.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(row[i].replace("\"", "\"\""))
                        .append('"');
            }
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
