"""Chinese, simplified and traditional: characters are looked for as they stand, for no blanks part the words."""

FORBIDS = """
不得 | 禁止 | 严禁 | 嚴禁 | 不可用 | 不允许 | 不允許 | 不能用 | 不应用 | 不應用 | 请勿 | 請勿 | 切勿
不会使用 | 不會使用 | 不会利用 | 不會利用 | 不会将 | 不會將 | 不会从事 | 不會從事 | 不被用于 | 禁用于
不用于 | 不用於 | 不会用 | 不會用 | 不将 | 不將 | 不在 | 勿用
不应 | 不應 | 不准 | 不予许可 | 不许 | 不許 | 不可将 | 不可以 | 不利用 | 不使用 | 不从事 | 不從事
请不要 | 請不要 | 不要用 | 不要将 | 不要使用 | 拒绝将
"""

USE = """
使用 | 用于 | 用於 | 利用 | 部署 | 生成 | 从事 | 從事 | 应用 | 處分 | 目的 | 用途 | 进行 | 進行 | 用本
"""

OBEY = """
遵守 | 符合 | 遵循
"""

LAW = """
法律 | 法规 | 法規 | 法令
"""

FRAMES = """
出口管制 | 不承担 | 不负责 | 不負責 | 不负任何 | 不作任何保证 | 不提供任何
"""

TOPICS = """
military:
    军事 | 军用 | 軍事 | 軍用 | 军队 | 軍隊 | 国防工业
military.weapons:
    武器 | 军火 | 軍火 | 弹药
military.warfare:
    战争 | 戰爭 | 作战 | 作戰 | 战事
military.nuclear:
    核武 | 核工业 | 核能 | 核设施 | 核技术
military.cbrn:
    生化武器 | 化学武器 | 生物武器
surveillance:
    监控 | 監控 | 监视 | 監視 | 监听 | 監聽
surveillance.espionage:
    间谍 | 間諜 | 窃密 | 情报活动
surveillance.mass:
    大规模监控 | 大规模生物识别监控 | 大規模監控
surveillance.tracking:
    跟踪个人 | 追踪个人 | 跟踪他人
biometrics:
    生物识别 | 生物識別 | 人脸识别 | 人臉識別 | 面部识别
privacy:
    隐私 | 隱私 | 个人信息 | 個人信息 | 個人資料 | 个人数据 | 肖像权 | 肖像權
discrimination:
    歧视 | 歧視 | 民族仇恨 | 种族
discrimination.vulnerability-exploitation:
    弱势群体 | 弱勢群體 | 弱点 | 脆弱性
harassment:
    骚扰 | 騷擾 | 霸凌 | 欺凌 | 恐吓 | 恐嚇 | 侮辱 | 谩骂他人
disinformation:
    虚假信息 | 虛假資訊 | 虚假 | 虛假 | 谣言 | 謠言 | 误导 | 誤導 | 有害信息 | 欺骗 | 欺騙
disinformation.defamation:
    诽谤 | 誹謗 | 名誉 | 名譽
disinformation.impersonation:
    深度伪造 | 冒充 | 假冒他人 | 换脸 | 仿冒
disinformation.fraud:
    诈骗 | 詐騙 | 欺诈 | 欺詐
disinformation.spam:
    垃圾邮件 | 垃圾信息
minors:
    未成年 | 儿童 | 兒童
academic-dishonesty:
    作弊 | 代写
content.sexual:
    色情 | 淫秽 | 淫穢
content.hate:
    仇恨
content.violent:
    血腥 | 暴力
violence:
    暴力 | 人身伤害 | 人身安全
violence.extremism:
    恐怖主义 | 恐怖主義 | 极端主义 | 極端主義 | 恐怖活动
health.controlled-substances:
    毒品
health.medical-advice:
    医疗建议 | 醫療建議 | 医疗
health.diagnosis:
    医疗诊断 | 疾病诊断 | 诊断
health.self-harm:
    自杀 | 自残
societal.gambling:
    赌博 | 賭博
cybersecurity.malware:
    恶意软件 | 惡意軟體 | 恶意代码 | 病毒 | 木马
cybersecurity.attack:
    网络攻击 | 網路攻擊 | 黑客 | 入侵 | 攻击他人
critical-infrastructure:
    关键基础设施 | 關鍵基礎設施
critical-infrastructure.transport:
    自动驾驶 | 自動駕駛
automated-decision:
    自动化决策 | 自動化決策 | 自动决策
essential-services.credit:
    信贷 | 信貸 | 征信
essential-services.employment:
    就业评估 | 招聘 | 雇佣评估
law-enforcement:
    执法 | 執法 | 警务
justice:
    司法
migration:
    移民 | 庇护
high-risk-ai:
    高风险场景 | 高风险人工智能 | 高風險
public-interest:
    国家安全 | 國家安全 | 公共利益 | 社会公共 | 国家统一 | 社会稳定 | 公共秩序 | 社会公德 | 公序良俗
    国家主权 | 颠覆国家
human-rights:
    人权 | 人權
profiling.social-scoring:
    社会评分 | 社会信用评分
environment:
    环境破坏 | 野生动物 | 破坏环境
human-rights.labour-rights:
    加班 | 劳动者权益 | 劳动法
non-behavioural.commercial:
    商业用途 | 商业目的 | 商業用途 | 商用
"""

WEAK = """
law-violation:
    违法 | 違法 | 非法 | 不法 | 违反法律 | 违反任何法律 | 违反适用 | 违反宪法 | 違反憲法
    违反国家 | 违反任何国家 | 违反当地 | 法律法规禁止 | 法律、法规
    法律法规 | 犯罪 | 违反输出地
ip-infringement:
    知识产权 | 知識產權 | 智慧財產 | 著作权 | 侵犯他人 | 合法权益 | 侵犯第三方 | 合法权利
harm:
    危害 | 损害他人 | 伤害 | 傷害
"""

DEMANDS = """
human-rights.labour-rights:
    劳动和就业 | 勞動和就業 | 劳动法律 | 劳动基准 | 劳工标准
"""

SERVICE = """
本服务 | 本服務 | 本网站 | 本網站 | 本站 | 本平台 | 网站 | 網站 | 平台 | 账号 | 帐号 | 帳號
"""

THINGS = """
模型 | 软件 | 軟體 | 軟件 | 代码 | 插件 | 程序 | 作品 | 数据集 | 权重 | 许可 | 開源 | 开源
"""
