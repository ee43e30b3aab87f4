"""Japanese."""

FORBIDS = """
禁止 | 禁じ | してはならない | してはなりません | してはいけ | 使用しない | 利用しない | 行わない
使用できません | 利用できません | 使用することはできません | 利用することはできません
認められません | 許可されません | 使用不可 | 利用不可 | ものとしません | しないでください | 用いてはな
お断り | ご遠慮 | おやめ | やめてください | 止めてください | 避けてください | 控えてください | お控え
"""

USE = """
使用 | 利用 | 用い | 目的 | 用途 | 生成 | 行為
"""

OBEY = """
遵守 | 従う
"""

LAW = """
法令 | 法律
"""

FRAMES = """
輸出管理 | 責任を負 | 保証し | 保証する
"""

TOPICS = """
military:
    軍事 | 軍隊 | 防衛産業
military.weapons:
    兵器 | 武器
military.warfare:
    戦争 | 戦闘
military.nuclear:
    核兵器 | 原子力 | 核関連
surveillance:
    監視 | 盗聴
surveillance.espionage:
    スパイ | 諜報
biometrics:
    生体認証 | 顔認識 | 顔認証 | 生体情報
privacy:
    プライバシー | 個人情報 | 肖像権
discrimination:
    差別 | 人種
discrimination.vulnerability-exploitation:
    脆弱性 | 弱みにつけ
harassment:
    嫌がらせ | ハラスメント | いじめ | 脅迫 | 人を批判 | 人を攻撃 | 批判・攻撃
disinformation:
    虚偽 | 偽情報 | 誤情報 | フェイクニュース | 欺く | 誤解を招
disinformation.defamation:
    誹謗 | 中傷 | 名誉毀損 | 名誉を
disinformation.impersonation:
    なりすま | ディープフェイク | 本人の同意なく声
disinformation.fraud:
    詐欺
minors:
    未成年 | 児童 | 子ども | 子供
content.sexual:
    ポルノ | 性的 | わいせつ | アダルト | 成人向け
content.hate:
    ヘイト | 憎悪
violence:
    暴力 | 拷問
content.violent:
    残虐 | グロテスク | 残酷
violence.extremism:
    テロ | 過激主義
health.medical-advice:
    医療 | 医学的助言
health.diagnosis:
    診断
societal.gambling:
    ギャンブル | 賭博
cybersecurity.malware:
    マルウェア | ウイルス | 不正プログラム
cybersecurity.attack:
    サイバー攻撃 | 不正アクセス
critical-infrastructure:
    重要インフラ
automated-decision:
    自動化された意思決定 | 自動意思決定 | 自動的な意思決定
law-enforcement:
    法執行 | 警察
justice:
    司法
migration:
    移民 | 入国管理 | 亡命 | 難民
public-interest:
    公序良俗 | 国家安全 | 公共の利益
human-rights:
    人権
profiling.social-scoring:
    ソーシャルスコア | 社会的スコア
non-behavioural.commercial:
    商用 | 営利目的 | 商業目的
"""

WEAK = """
law-violation:
    違法 | 不法 | 法令に違反 | 法律に違反 | 犯罪 | 法令違反 | 規制に違反 | 法令または
ip-infringement:
    知的財産 | 著作権を侵害 | 権利を侵害 | 権利侵害
harm:
    危害 | 損害を与え | 害を与え | 有害
"""

DEMANDS = ""

SERVICE = """
本サービス | サービス | 本サイト | サイト | 掲示板 | アカウント | サーバー | 投稿
"""

THINGS = """
モデル | ソフトウェア | プログラム | コード | プラグイン | アプリ | ツール | キャラクター | 音声 | ライブラリ
データセット | 作品 | 重み | 成果物 | ライセンス
"""
