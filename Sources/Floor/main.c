/* The physical floor for a terminal list: the least an ncursesw program can do. The benchmark runs it beside
 * kyokumen, so that its figures are ratios and not this machine's.
 *
 *   Floor N           N generated rows (made when drawn: no load, no memory)
 *   Floor FILE.csv    the rows of a CSV file (mmap + one index of line starts)
 *
 * Keys: Down Up PageDown PageUp Home End move the highlighted cursor; '/' opens the field (typed text echoes,
 * Backspace rubs out, Enter searches on from the cursor, Escape closes); 's' sorts by the column `level`, highest
 * first (stable); 'q' quits.
 *
 * Down inside the window repaints two rows; a scroll repaints the window into ncurses' virtual screen and ncurses
 * sends only the difference. There is no timer, no thread and no allocation per key, so its time per key is the
 * kernel's pty + ncurses' doupdate().
 */
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

static long nrows, top, cur;
static const char *base, *header_line = "id,title,owner,source,event,consequence,likelihood,impact,level,treatment,status";
static size_t header_len, map_len;
static uint32_t *starts;        /* nrows + 1 offsets, CSV only */
static uint32_t *order;         /* NULL until sorted */
static uint8_t *level;
static char field[128];
static int field_len, in_field, not_found;

/* columns shown: index in the CSV, width */
static const struct { int col, w; } COL[] = {{0,9},{1,28},{2,10},{3,9},{4,30},{6,3},{7,3},{8,3},{10,10}};
enum { NCOL = sizeof COL / sizeof *COL };

static const char *row_text(long i, size_t *len, char *buf, size_t cap) {
    if (order) i = order[i];
    if (!base) {
        *len = snprintf(buf, cap, "R-%06ld,Supplier insolvency / 取引先の倒産 #%ld,鈴木 一郎,external,"
            "Contract is terminated without notice,売上が減少し、信用が低下する,%ld,%ld,%ld,reduce: dual sourcing,対応中",
            i + 1, i * 7919 % 9999, i % 5 + 1, i / 5 % 5 + 1, (i % 5 + 1) * (i / 5 % 5 + 1));
        return buf;
    }
    *len = starts[i + 1] - starts[i];
    return base + starts[i];
}

/* split one CSV line: fields' start and length, quotes stripped ("" inside a field is left as is) */
static int split(const char *s, size_t n, const char **f, int *fl, int max) {
    const char *e = s + n;
    while (e > s && (e[-1] == '\n' || e[-1] == '\r')) e--;
    int k = 0;
    while (k < max) {
        if (s < e && *s == '"') {
            const char *q = ++s;
            while (q < e && !(*q == '"' && (q + 1 == e || q[1] != '"'))) q += (*q == '"') ? 2 : 1;
            f[k] = s; fl[k++] = (int)(q - s);
            s = q < e ? q + 1 : e;
        } else {
            const char *q = memchr(s, ',', e - s);
            if (!q) q = e;
            f[k] = s; fl[k++] = (int)(q - s);
            s = q;
        }
        if (s >= e) break;
        s++;
    }
    return k;
}

static void put_row(int y, const char *s, size_t n, attr_t attr) {
    const char *f[16]; int fl[16];
    wchar_t out[512]; int o = 0, width = 0;
    int k = split(s, n, f, fl, 16);
    for (int c = 0; c < NCOL; c++) {
        int used = 0;
        if (COL[c].col < k) {
            const char *p = f[COL[c].col], *e = p + fl[COL[c].col];
            mbstate_t st = {0};
            while (p < e) {
                wchar_t wc; size_t m = mbrtowc(&wc, p, e - p, &st);
                if (m == 0 || m > 4) break;
                int w = wcwidth(wc); if (w < 0) w = 0;
                if (used + w > COL[c].w) break;
                out[o++] = wc; used += w; p += m;
            }
        }
        while (used < COL[c].w + 1) { out[o++] = L' '; used++; }
        width += used;
    }
    while (width < COLS && o < 510) { out[o++] = L' '; width++; }
    attrset(attr);
    mvaddnwstr(y, 0, out, o);
    attrset(A_NORMAL);
}

static int page(void) { return LINES - 2; }

static void draw_one(long i) {
    if (i < top || i >= top + page()) return;
    char buf[512]; size_t n = 0;
    const char *s = i < nrows ? row_text(i, &n, buf, sizeof buf) : "";
    put_row(1 + (int)(i - top), s, n, i == cur ? A_REVERSE : A_NORMAL);
}

static void draw_status(void) {
    char b[512];
    if (in_field) snprintf(b, sizeof b, "/%s", field);
    else if (not_found) snprintf(b, sizeof b, "row %ld/%ld  not found", cur + 1, nrows);
    else snprintf(b, sizeof b, "row %ld/%ld%s", cur + 1, nrows, order ? "  sorted by level" : "");
    mvaddstr(LINES - 1, 0, b);
    clrtoeol();
    if (in_field) curs_set(1); else curs_set(0);
}

static void draw_all(void) {
    put_row(0, header_line, header_len, A_BOLD);
    for (int y = 0; y < page(); y++) draw_one(top + y);
    draw_status();
}

static void go(long to) {
    if (to < 0) to = 0;
    if (to >= nrows) to = nrows - 1;
    long was = cur, was_top = top;
    cur = to;
    if (cur < top) top = cur;
    if (cur >= top + page()) top = cur - page() + 1;
    if (top != was_top) draw_all();
    else { draw_one(was); draw_one(cur); draw_status(); }
}

static void find(void) {
    char buf[512]; size_t n, fl = strlen(field);
    not_found = 1;
    if (!fl) return;
    if (base && !order) {            /* one memmem over the file, then a binary search for the row */
        long a = cur + 1 < nrows ? cur + 1 : 0;
        const char *p = memmem(base + starts[a], map_len - starts[a], field, fl);
        if (!p) p = memmem(base + starts[0], starts[a] - starts[0], field, fl);
        if (!p) return;
        long lo = 0, hi = nrows;
        while (hi - lo > 1) { long m = (lo + hi) / 2; if (starts[m] <= (size_t)(p - base)) lo = m; else hi = m; }
        not_found = 0; go(lo); return;
    }
    for (long k = 1; k <= nrows; k++) {
        long i = (cur + k) % nrows;
        const char *s = row_text(i, &n, buf, sizeof buf);
        if (memmem(s, n, field, fl)) { not_found = 0; go(i); return; }
    }
}

static int by_level(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return level[x] != level[y] ? level[y] - level[x] : (x > y) - (x < y);
}

static void sort_level(void) {
    const char *f[16]; int fl[16]; char buf[512]; size_t n;
    order = NULL;
    uint32_t *o = malloc(nrows * sizeof *o);
    level = malloc(nrows);
    for (long i = 0; i < nrows; i++) {
        const char *s = row_text(i, &n, buf, sizeof buf);
        level[i] = split(s, n, f, fl, 16) > 8 ? atoi(f[8]) : 0;
        o[i] = i;
    }
    qsort(o, nrows, sizeof *o, by_level);
    free(level); order = o;
    top = cur = 0;
}

static void load(const char *path) {
    int fd = open(path, O_RDONLY); struct stat st;
    if (fd < 0 || fstat(fd, &st) < 0) { perror(path); exit(1); }
    map_len = st.st_size;
    base = mmap(NULL, map_len, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
    if (base == MAP_FAILED) { perror("mmap"); exit(1); }
    const char *p = memchr(base, '\n', map_len), *e = base + map_len;
    header_line = base; header_len = p ? (size_t)(p - base) : map_len;
    size_t cap = map_len / 64 + 16;
    starts = malloc(cap * sizeof *starts);
    for (p = p ? p + 1 : e; p < e;) {
        if ((size_t)nrows + 2 > cap) starts = realloc(starts, (cap *= 2) * sizeof *starts);
        starts[nrows++] = p - base;
        p = memchr(p, '\n', e - p);
        p = p ? p + 1 : e;
    }
    starts[nrows] = map_len;
}

static void page_down(void) {
    if (top + page() >= nrows) { go(nrows - 1); return; }
    top += page();
    go(cur + page());
    draw_all();
}

static void page_up(void) {
    if (top <= 0) { go(0); return; }
    top = top > page() ? top - page() : 0;
    go(cur - page());
    draw_all();
}

static void rub_out(void) {
    while (field_len && (field[field_len - 1] & 0xC0) == 0x80) field_len--;
    if (field_len) field_len--;
    field[field_len] = 0;
}

static void type_into_field(wint_t c) {
    if (c == '\r' || c == '\n') { in_field = 0; find(); }
    else if (c == 27) in_field = 0;
    else if (c == 127 || c == 8) rub_out();
    else if (c >= 32 && field_len < 100) {
        mbstate_t st = {0};
        size_t m = wcrtomb(field + field_len, (wchar_t)c, &st);
        if (m != (size_t)-1) { field_len += m; field[field_len] = 0; }
    }
    draw_status();
}

static void function_key(wint_t c) {
    switch (c) {
    case KEY_DOWN: go(cur + 1); break;
    case KEY_UP: go(cur - 1); break;
    case KEY_NPAGE: page_down(); break;
    case KEY_PPAGE: page_up(); break;
    case KEY_HOME: go(0); break;
    case KEY_END: go(nrows - 1); break;
    case KEY_BACKSPACE: if (in_field) { rub_out(); draw_status(); } break;
    case KEY_RESIZE: draw_all(); break;
    default: break;
    }
}

static void run(void) {
    for (;;) {
        wint_t c;
        int r = get_wch(&c);
        if (r == ERR) break;                 /* the terminal went away */
        not_found = 0;
        if (r == KEY_CODE_YES) function_key(c);
        else if (in_field) type_into_field(c);
        else if (c == 'q') break;
        else if (c == '/') { in_field = 1; field_len = 0; field[0] = 0; draw_status(); }
        else if (c == 's') { sort_level(); draw_all(); }
        refresh();
    }
}

int main(int argc, char **argv) {
    if (argc != 2) { fprintf(stderr, "usage: Floor N | FILE.csv\n"); return 2; }
    setlocale(LC_ALL, "");
    header_len = strlen(header_line);
    char *end;
    nrows = strtol(argv[1], &end, 10);
    if (*end) { nrows = 0; load(argv[1]); }
    initscr(); raw(); noecho(); nonl(); keypad(stdscr, TRUE); set_escdelay(25);
    draw_all(); refresh();
    run();
    endwin();
    return 0;
}
