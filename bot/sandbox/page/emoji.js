// The shortcodes that messages of this workspace use. An unknown one stays as typed, as Slack shows it.

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️", x: "❌", heavy_multiplication_x: "✖️",
  warning: "⚠️", exclamation: "❗", question: "❓", information_source: "ℹ️", no_entry: "⛔", no_entry_sign: "🚫",
  bell: "🔔", no_bell: "🔕", clock1: "🕐", clock3: "🕒", clock9: "🕘", clock10: "🕙", alarm_clock: "⏰", stopwatch: "⏱️",
  hourglass: "⌛", hourglass_flowing_sand: "⏳", calendar: "📆", date: "📅", spiral_calendar_pad: "🗓️", pushpin: "📌",
  round_pushpin: "📍", paperclip: "📎", link: "🔗", lock: "🔒", unlock: "🔓", key: "🔑", mag: "🔍", bulb: "💡",
  memo: "📝", pencil: "✏️", pencil2: "✏️", clipboard: "📋", page_facing_up: "📄", books: "📚", book: "📖",
  open_file_folder: "📂", file_folder: "📁", card_index_dividers: "🗂️", inbox_tray: "📥", outbox_tray: "📤",
  bar_chart: "📊", chart_with_upwards_trend: "📈", chart_with_downwards_trend: "📉", straight_ruler: "📏",
  scales: "⚖️", compass: "🧭", world_map: "🗺️", dart: "🎯", checkered_flag: "🏁", triangular_flag_on_post: "🚩",
  gear: "⚙️", wrench: "🔧", hammer: "🔨", hammer_and_wrench: "🛠️", building_construction: "🏗️", bricks: "🧱",
  robot_face: "🤖", brain: "🧠", seedling: "🌱", evergreen_tree: "🌲", rocket: "🚀", zap: "⚡", fire: "🔥",
  bug: "🐛", ladder: "🪜", shield: "🛡️", rotating_light: "🚨", construction: "🚧", recycle: "♻️", repeat: "🔁",
  arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️", arrows_counterclockwise: "🔄",
  arrow_upper_right: "↗️", arrow_lower_right: "↘️", fast_forward: "⏩", large_green_circle: "🟢", red_circle: "🔴",
  large_yellow_circle: "🟡", large_orange_circle: "🟠", large_blue_circle: "🔵", white_circle: "⚪", black_circle: "⚫",
  large_green_square: "🟩", large_red_square: "🟥", large_yellow_square: "🟨", white_large_square: "⬜",
  speech_balloon: "💬", thought_balloon: "💭", eyes: "👀", wave: "👋", "+1": "👍", thumbsup: "👍", "-1": "👎",
  thumbsdown: "👎", clap: "👏", pray: "🙏", raised_hands: "🙌", point_right: "👉", tada: "🎉", sparkles: "✨", star: "⭐",
  heart: "❤️", slightly_smiling_face: "🙂", smile: "😄", grinning: "😀", thinking_face: "🤔", sweat_smile: "😅",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", "100": "💯", zzz: "💤", parrot: "🦜", coffee: "☕",
};

export const emoji = (name) => EMOJI[name] ?? null;

// Shortcodes in text that is not parsed otherwise (plain_text, rich text stays as it is).
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
